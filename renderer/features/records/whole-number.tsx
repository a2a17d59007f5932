import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { toFailure } from '#renderer/core-client/call-failure.ts';
import { useCore } from '#renderer/core-client/core-provider.tsx';
import { failureNotice } from '#renderer/i18n/explain-failure.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Field } from '#renderer/ui/field.tsx';
import { useTell } from '#renderer/ui/notice.tsx';
import { type NumbersToShow, ShownNumbers } from './shown-numbers.tsx';

const reasons = ['callBack', 'check', 'complaint'] as const;
const LEAST_REASON = 2;

/** Shows the whole numbers of a record for a short while, once somebody has said why; that they looked is recorded. */
export function WholeNumber({ recordId }: { recordId: string }) {
  const { t } = useTranslation();
  const core = useCore();
  const tell = useTell();
  const [asking, setAsking] = useState(false);
  const [reason, setReason] = useState('');
  const [shown, setShown] = useState<NumbersToShow | null>(null);

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
  if (shown) return <ShownNumbers shown={shown} onHide={() => setShown(null)} />;
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
