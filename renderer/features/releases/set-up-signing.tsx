import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCore } from '#renderer/core-client/core-provider.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { PinField } from './pin-field.tsx';
import { SIGNING_CALL } from './signing-call.ts';
import { useStep } from './use-step.ts';

/** Makes the root of the team; `onKey` gets the key that is shown once. */
export function SetUpSigning({ onKey }: { onKey: (rootKey: string) => void }) {
  const { t } = useTranslation();
  const core = useCore();
  const [pin, setPin] = useState('');
  const { busy, problem, run } = useStep();
  const setUp = (event: FormEvent) => {
    event.preventDefault();
    if (pin !== '') void run(async () => onKey((await core.releases.setUp({ pin }, SIGNING_CALL)).rootKey));
  };
  return (
    <form onSubmit={setUp} className="flex flex-col gap-3">
      <h3 className="text-head font-semibold">{t('releases.trust.none')}</h3>
      <p className="spoken text-note text-ink-2">{t('releases.trust.noneText')}</p>
      <PinField value={pin} problem={problem} onChange={setPin} />
      <p className="text-small text-ink-3">{t('releases.trust.pinHint')}</p>
      <Button look="primary" type="submit" className="self-start" aria-disabled={busy || pin === ''}>
        {t('releases.trust.setUp')}
      </Button>
    </form>
  );
}

/** The printed key, until somebody says that it is on paper. */
export function RootKeyCard({ rootKey, onKept }: { rootKey: string; onKept: () => void }) {
  const { t } = useTranslation();
  return (
    <section className="flex flex-col gap-2.5 rounded-large bg-warn-soft px-4 py-3.5">
      <h3 className="text-head font-semibold">{t('releases.trust.key')}</h3>
      <p className="spoken text-note">{t('releases.trust.keyText')}</p>
      <p className="figures text-title font-semibold break-all select-all">{rootKey}</p>
      <Button look="primary" className="self-start" onClick={onKept}>
        {t('releases.trust.keyKept')}
      </Button>
    </section>
  );
}
