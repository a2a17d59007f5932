import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { toFailure } from '#renderer/core-client/call-failure.ts';
import { useCore } from '#renderer/core-client/core-provider.tsx';
import { failureNotice } from '#renderer/i18n/explain-failure.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Field } from '#renderer/ui/field.tsx';
import { useTell } from '#renderer/ui/notice.tsx';

const reasons = ['callBack', 'check', 'complaint'] as const;
const LEAST_REASON = 2;
const SECOND = 1_000;

interface ShownNumbers {
  numbers: readonly { label: string; value: string }[];
  untilMs: number;
}

/** Shows the whole numbers of a record for a short while, once somebody has said why; that they looked is recorded. */
export function WholeNumber({ recordId }: { recordId: string }) {
  const { t } = useTranslation();
  const core = useCore();
  const tell = useTell();
  const [asking, setAsking] = useState(false);
  const [reason, setReason] = useState('');
  const [shown, setShown] = useState<ShownNumbers | null>(null);
  const left = useSecondsUntil(shown?.untilMs ?? null, () => setShown(null));

  const show = async (why: string) => {
    if (why.trim().length < LEAST_REASON) return;
    try {
      const { numbers, hideAfterMs } = await core.records.showNumber({ recordId, reason: why });
      setShown({ numbers, untilMs: Date.now() + hideAfterMs });
      setAsking(false);
      setReason('');
    } catch (error) {
      tell(failureNotice(toFailure(error).code, t));
    }
  };
  if (shown) {
    return (
      <div
        role="status"
        className="flex flex-wrap items-baseline gap-x-4 gap-y-1 rounded-base bg-warn-soft px-4 py-2.5"
      >
        {shown.numbers.length === 0 ? <span className="text-body">{t('records.numberNone')}</span> : null}
        {shown.numbers.map(({ label, value }) => (
          <span key={label} className="text-body">
            <span className="text-note text-ink-2">{label} </span>
            <strong className="figures text-head">{value}</strong>
          </span>
        ))}
        <span aria-live="off" className="figures ml-auto text-small text-warn">
          {t('records.numberShown', { seconds: left })}
        </span>
        <Button size="small" onClick={() => setShown(null)}>
          {t('records.numberHide')}
        </Button>
      </div>
    );
  }
  if (!asking) {
    return (
      <Button className="self-start" size="small" onClick={() => setAsking(true)}>
        {t('records.number')}
      </Button>
    );
  }
  return (
    <form
      className="flex flex-col gap-2 rounded-base border border-edge p-3"
      onSubmit={(event) => {
        event.preventDefault();
        void show(reason);
      }}
    >
      <Field
        label={t('records.numberWhy')}
        hint={t('records.numberWhyHint')}
        autoFocus
        autoComplete="off"
        maxLength={120}
        value={reason}
        onChange={(event) => setReason(event.target.value)}
      />
      <div className="flex flex-wrap gap-2">
        {reasons.map((one) => (
          <Button key={one} size="small" onClick={() => void show(t(`records.reasons.${one}`))}>
            {t(`records.reasons.${one}`)}
          </Button>
        ))}
        <Button size="small" type="submit" className="ml-auto" aria-disabled={reason.trim().length < LEAST_REASON}>
          {t('records.numberShow')}
        </Button>
      </div>
    </form>
  );
}

/** Whole seconds until a moment; tells once when it has come. */
function useSecondsUntil(untilMs: number | null, onCome: () => void): number {
  const [nowMs, setNowMs] = useState(() => Date.now());
  // biome-ignore lint/correctness/useExhaustiveDependencies: what to do then may change with every drawing, the moment does not.
  useEffect(() => {
    if (untilMs === null) return;
    setNowMs(Date.now());
    const timer = setInterval(() => {
      setNowMs(Date.now());
      if (Date.now() >= untilMs) onCome();
    }, SECOND);
    return () => clearInterval(timer);
  }, [untilMs]);
  return untilMs === null ? 0 : Math.max(0, Math.ceil((untilMs - nowMs) / SECOND));
}
