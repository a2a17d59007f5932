import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type AlertKind, alertKindSchema } from '#contract/work-orders/terms.ts';
import { useCore } from '#renderer/core-client/core-provider.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { ChoiceChips } from '#renderer/ui/choice-chips.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { Field } from '#renderer/ui/field.tsx';
import { useTell } from '#renderer/ui/notice.tsx';
import { GapFields } from './gap-fields.tsx';
import { useAlertCall } from './use-alerts.ts';

/** Raises an alert without an order: which kind, what has happened, and what the agreed words leave open. */
export function RaiseAlertSheet({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const core = useCore();
  const tell = useTell();
  const call = useAlertCall();
  const [alertKind, setKind] = useState<AlertKind>('massComplaint');
  const [text, setText] = useState('');
  const [values, setValues] = useState<Record<string, string>>({});
  const gaps = useQuery({
    queryKey: ['alerts', 'gaps', alertKind],
    queryFn: ({ signal }) => core.alerts.gapsOf({ alertKind }, { signal }),
  }).data;
  const raise = async () => {
    if (text.trim() === '') return;
    const raised = await call(() => core.alerts.raise({ alertKind, text, values }));
    if (!raised) return;
    tell({ tone: 'done', title: t('watch.alert.raised') });
    onClose();
  };
  return (
    <Dialog title={t('watch.alert.raise')} description={t('watch.alert.raiseIntro')} wide onClose={onClose}>
      <form
        className="flex flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          void raise();
        }}
      >
        <ChoiceChips
          label={t('watch.alert.kind')}
          value={alertKind}
          options={alertKindSchema.options.map((value) => ({ value, content: t(`ordersBoard.alert.kind.${value}`) }))}
          onChange={(kind) => setKind(kind ?? alertKind)}
        />
        <Field
          label={t('watch.alert.text')}
          value={text}
          maxLength={500}
          required
          onChange={(event) => setText(event.target.value)}
        />
        <GapFields gaps={gaps ?? []} values={values} onChange={setValues} />
        <div>
          <Button type="submit" look="primary" aria-disabled={text.trim() === ''}>
            {t('watch.alert.send')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
