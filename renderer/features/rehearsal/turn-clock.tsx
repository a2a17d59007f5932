import clsx from 'clsx';
import { useTranslation } from 'react-i18next';
import type { RunView } from '#contract/rehearsal/view.ts';
import { FillingRing } from '#renderer/ui/filling-ring.tsx';

interface TurnClockProps {
  run: RunView;
  turn: NonNullable<RunView['turn']>;
  atMs: number;
}

/** The seconds of a timed run: whose turn it is, how the last answer was in time, and when a sign of listening is due. */
export function TurnClock({ run, turn, atMs }: TurnClockProps) {
  const { t } = useTranslation();
  const { acknowledgeEverySeconds } = run.norms;
  const last = run.exchanges.at(-1)?.beganAfterMs ?? null;
  const since = Math.max(turn.heardAtMs, ...turn.acknowledgedAtMs);
  const waited = Math.max(0, atMs - since);
  const limitMs = turn.acknowledgedAtMs.length > 0 ? acknowledgeEverySeconds * 1_000 : turn.answerWithinMs;
  const share = Math.min(1, waited / limitMs);
  const speaking = atMs < turn.heardAtMs;
  const pausing = turn.pauseUntilMs !== null && atMs < turn.pauseUntilMs;
  const words = pausing
    ? t('rehearsal.transferPause')
    : speaking
      ? t('rehearsal.speaking')
      : turn.acknowledgedAtMs.length > 0
        ? t('rehearsal.ackSoon', { seconds: acknowledgeEverySeconds })
        : t('rehearsal.answerNow');
  return (
    <div className="ml-auto flex items-center gap-3 text-right text-note text-ink-2">
      <div>
        {last === null ? null : (
          <p className={clsx('font-semibold', last > turn.answerWithinMs ? 'text-warn' : 'text-ok')}>
            {last > turn.answerWithinMs
              ? t('rehearsal.tooLate', { seconds: ((last - turn.answerWithinMs) / 1_000).toFixed(1) })
              : t('rehearsal.inTime', { seconds: (last / 1_000).toFixed(1) })}
          </p>
        )}
        <p>{words}</p>
      </div>
      <span className="relative grid size-10 place-items-center">
        <FillingRing share={share} tone={share >= 1 ? 'warn' : 'accent'} className="absolute inset-0" />
        <span className="figures font-semibold text-ink">{Math.floor(waited / 1_000)}</span>
      </span>
    </div>
  );
}
