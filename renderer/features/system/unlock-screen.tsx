import { useQueryClient } from '@tanstack/react-query';
import { KeyRound } from 'lucide-react';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { toFailure } from '#renderer/core-client/call-failure.ts';
import { useCore } from '#renderer/core-client/core-provider.tsx';
import { failureText } from '#renderer/i18n/explain-failure.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Field } from '#renderer/ui/field.tsx';
import { ConnectionBanner } from './connection-banner.tsx';

const SLOW_CALL_MS = 20_000;

/** The data is there but its key is not: asks for the printed recovery key. */
export function UnlockScreen() {
  const { t } = useTranslation();
  const core = useCore();
  const queries = useQueryClient();
  const [recoveryKey, setRecoveryKey] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);

  const open = async (event: FormEvent) => {
    event.preventDefault();
    if (busy || recoveryKey.trim() === '') return;
    setBusy(true);
    setProblem(null);
    try {
      await core.system.unlock({ recoveryKey }, { context: { timeoutMs: SLOW_CALL_MS } });
      await queries.invalidateQueries();
    } catch (error) {
      const failure = toFailure(error);
      if (failure.code === 'recoveryKeyRefused') setProblem(t(`system.unlock.${failure.data.why}`));
      else setProblem(failureText(failure.code, t));
    } finally {
      setBusy(false);
    }
  };

  return (
    <div className="flex h-full flex-col overflow-y-auto">
      <ConnectionBanner />
      <main className="m-auto w-full max-w-[34rem] px-6 py-10">
        <KeyRound className="mb-3 size-8 text-warn" aria-hidden />
        <h1 className="text-title font-bold">{t('system.unlock.title')}</h1>
        <p className="mt-1 text-body text-pretty text-ink-2">{t('system.unlock.intro')}</p>
        <p className="mt-1 mb-5 text-body text-pretty text-ink-2">{t('system.unlock.where')}</p>
        <form onSubmit={open} className="flex flex-col items-start gap-4">
          <Field
            className="w-full"
            label={t('system.unlock.field')}
            hint={t('system.unlock.hint')}
            problem={problem}
            autoComplete="off"
            spellCheck={false}
            maxLength={200}
            autoFocus
            value={recoveryKey}
            onChange={(event) => setRecoveryKey(event.target.value)}
          />
          <Button look="primary" type="submit" aria-disabled={busy || recoveryKey.trim() === ''}>
            {t('system.unlock.open')}
          </Button>
        </form>
      </main>
    </div>
  );
}
