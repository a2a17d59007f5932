import { Fragment } from 'react';
import { useTranslation } from 'react-i18next';
import type { DeadlineView } from '#contract/deadlines.ts';
import { explainDeadline, sayMomentOf } from './deadline-words.ts';

interface DeadlineBarProps {
  deadline: DeadlineView;
  nowMs: number;
  timeZone: string;
}

/** A limit drawn out: the stretches that count as bars, filled up to now, and the closed time between them as a dotted line. */
export function DeadlineBar({ deadline, nowMs, timeZone }: DeadlineBarProps) {
  const { t, i18n } = useTranslation();
  const say = { t, language: i18n.language, nowMs, timeZone };
  const { stretches } = deadline;
  return (
    <figure className="min-w-0">
      <figcaption className="text-note text-ink-2">{explainDeadline(deadline, say)}</figcaption>
      <div className="mt-2 flex items-center gap-1.5" aria-hidden="true">
        {stretches.map(({ fromMs, toMs }, at) => (
          <Fragment key={fromMs}>
            {at > 0 ? <span className="w-10 shrink-0 border-t-2 border-dotted border-edge-strong" /> : null}
            <svg
              aria-hidden="true"
              viewBox="0 0 100 8"
              preserveAspectRatio="none"
              className="h-2 min-w-3 rounded-full text-accent"
              style={{ flexGrow: toMs - fromMs, flexBasis: 0 }}
            >
              <rect width="100" height="8" fill="currentColor" opacity="0.25" />
              <rect width={100 * filled(fromMs, toMs, nowMs)} height="8" fill="currentColor" />
            </svg>
          </Fragment>
        ))}
      </div>
      <div className="mt-1 flex flex-wrap justify-between gap-x-3 text-small text-ink-3">
        <span>{sayMomentOf(stretches[0]?.fromMs ?? deadline.dueAtMs, say)}</span>
        {stretches.length > 1 ? <span>{t('deadlines.notCounted')}</span> : null}
        <span>{sayMomentOf(deadline.dueAtMs, say)}</span>
      </div>
      {deadline.calendarKnown ? null : <p className="mt-1 text-small text-warn">{t('deadlines.yearUnknown')}</p>}
    </figure>
  );
}

function filled(fromMs: number, toMs: number, nowMs: number): number {
  return Math.min(1, Math.max(0, (nowMs - fromMs) / (toMs - fromMs)));
}
