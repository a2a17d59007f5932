import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SpecialCallWait } from '#contract/special-calls/view.ts';
import { FillingRing } from '#renderer/ui/filling-ring.tsx';

const TICK_MS = 200;

const saying = {
  silence: 'specialCalls.waitSilence',
  pause: 'specialCalls.waitPause',
  limit: 'specialCalls.waitLimit',
} as const;

/** How long the wait has run, in ms, read every fifth of a second while it is on the screen; 0 before it began. */
export function useWaited(wait: SpecialCallWait | null): number {
  const sinceMs = wait?.sinceMs ?? null;
  const [nowMs, setNowMs] = useState(() => Date.now());
  useEffect(() => {
    if (sinceMs === null) return;
    setNowMs(Date.now());
    const timer = setInterval(() => setNowMs(Date.now()), TICK_MS);
    return () => clearInterval(timer);
  }, [sinceMs]);
  return sinceMs === null ? 0 : Math.max(0, nowMs - sinceMs);
}

/** The wait as a ring that fills, with the seconds left; quiet, and said aloud only when it is over. */
export function WaitRing({ wait, waitedMs }: { wait: SpecialCallWait; waitedMs: number }) {
  const { t } = useTranslation();
  const totalMs = wait.seconds * 1_000;
  const share = totalMs === 0 ? 1 : Math.min(1, waitedMs / totalMs);
  const over = wait.sinceMs !== null && waitedMs >= totalMs;
  const left = Math.max(0, Math.ceil((totalMs - waitedMs) / 1_000));
  const words =
    wait.sinceMs === null
      ? t('specialCalls.waitFrom')
      : over
        ? t(wait.kind === 'limit' ? 'specialCalls.limitOver' : 'specialCalls.waitOver')
        : t(saying[wait.kind]);
  return (
    <div className="flex items-center gap-2.5 text-note text-ink-2">
      <FillingRing share={share} tone={!over ? 'accent' : wait.kind === 'limit' ? 'warn' : 'ok'} className="size-9" />
      <span role="timer" className="figures w-[2.5em] text-head font-semibold text-ink">
        {wait.sinceMs === null ? wait.seconds : left}
      </span>
      <span role="status">{words}</span>
    </div>
  );
}
