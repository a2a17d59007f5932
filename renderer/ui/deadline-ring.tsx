import clsx from 'clsx';
import { useTranslation } from 'react-i18next';
import type { DeadlineView } from '#contract/deadlines.ts';
import { usedShare } from '#contract/used-share.ts';

interface DeadlineRingProps {
  deadline: DeadlineView;
  nowMs: number;
}

const RADIUS = 9;
const ROUND = 2 * Math.PI * RADIUS;
/** From here on it needs attention. */
const PRESSING_MS = 3_600_000;

/** A limit at a glance: the ring fills as its time is used, a dot inside says it is pressing, a full disc that it is over. */
export function DeadlineRing({ deadline, nowMs }: DeadlineRingProps) {
  const { t } = useTranslation();
  const late = nowMs >= deadline.dueAtMs;
  const pressing = !late && deadline.dueAtMs - nowMs <= PRESSING_MS;
  const share = usedShare(deadline, nowMs);
  const label = late ? t('deadlines.late') : t('deadlines.used', { percent: Math.round(share * 100) });
  return (
    <svg
      viewBox="0 0 24 24"
      className={clsx('size-6 shrink-0', late ? 'text-late' : pressing ? 'text-warn' : 'text-ok')}
      role="img"
      aria-label={label}
    >
      {late ? (
        <>
          <circle cx="12" cy="12" r="11" fill="currentColor" />
          <path d="M12 6.5v7M12 16.6v1" stroke="var(--panel)" strokeWidth="2.4" strokeLinecap="round" />
        </>
      ) : (
        <>
          <circle cx="12" cy="12" r={RADIUS} fill="none" stroke="var(--edge-strong)" strokeWidth="3" />
          <circle
            cx="12"
            cy="12"
            r={RADIUS}
            fill="none"
            stroke="currentColor"
            strokeWidth="3"
            strokeDasharray={`${share * ROUND} ${ROUND}`}
            transform="rotate(-90 12 12)"
          />
          {pressing ? <circle cx="12" cy="12" r="4" fill="currentColor" /> : null}
        </>
      )}
    </svg>
  );
}
