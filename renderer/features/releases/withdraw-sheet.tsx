import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCore } from '#renderer/core-client/core-provider.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { Field } from '#renderer/ui/field.tsx';
import { useTell } from '#renderer/ui/notice.tsx';
import { PinField } from './pin-field.tsx';
import { sayTaken } from './release-words.ts';
import { SIGNING_CALL } from './signing-call.ts';
import { useStep } from './use-step.ts';

interface WithdrawSheetProps {
  entryId: string;
  title: string;
  onClose: () => void;
}

/** Takes one entry back: a reason, a PIN, and it is gone from every connected desk. */
export function WithdrawSheet({ entryId, title, onClose }: WithdrawSheetProps) {
  const { t } = useTranslation();
  const core = useCore();
  const tell = useTell();
  const [why, setWhy] = useState('');
  const [instead, setInstead] = useState('');
  const [pin, setPin] = useState('');
  const { busy, problem, run } = useStep();
  const ready = why.trim() !== '' && pin !== '';
  const withdraw = (event: FormEvent) => {
    event.preventDefault();
    if (!ready) return;
    void run(async () => {
      const replacedBy = instead.trim();
      const change = { entryId, why, ...(replacedBy === '' ? {} : { replacedBy }) };
      const signed = await core.releases.propose({ why, withdraw: [change], pin }, SIGNING_CALL);
      const applied = signed.outcome === 'published' && signed.taken.outcome === 'applied';
      const waits = signed.outcome === 'waiting';
      tell({
        tone: 'done',
        title: applied ? t('releases.withdraw.done') : waits ? t('releases.withdraw.waits') : sayTaken(signed.taken, t),
      });
      onClose();
    });
  };
  return (
    <Dialog
      title={t('releases.withdraw.title', { title })}
      description={t('releases.withdraw.intro')}
      onClose={onClose}
    >
      <form onSubmit={withdraw} className="flex flex-col gap-3.5">
        <Field
          label={t('releases.withdraw.why')}
          autoFocus
          maxLength={300}
          value={why}
          onChange={(event) => setWhy(event.target.value)}
        />
        <Field
          label={t('releases.withdraw.instead')}
          maxLength={120}
          autoComplete="off"
          value={instead}
          onChange={(event) => setInstead(event.target.value)}
        />
        <PinField value={pin} problem={problem} onChange={setPin} />
        <Button look="danger" type="submit" className="self-start" aria-disabled={busy || !ready}>
          {t('releases.withdraw.do')}
        </Button>
      </form>
    </Dialog>
  );
}
