import { useQueryClient } from '@tanstack/react-query';
import { Printer } from 'lucide-react';
import { type FormEvent, useState } from 'react';
import { createPortal } from 'react-dom';
import { useTranslation } from 'react-i18next';
import { toFailure } from '#renderer/core-client/call-failure.ts';
import { useCore } from '#renderer/core-client/core-provider.tsx';
import { failureNotice, failureText } from '#renderer/i18n/explain-failure.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { Field } from '#renderer/ui/field.tsx';
import { useTell } from '#renderer/ui/notice.tsx';
import { groupsOf, withTypedLastGroup } from './recovery-groups.ts';
import { useSystemStatus } from './use-system-status.ts';

const SLOW_CALL_MS = 20_000;

/** Makes the recovery key, shows it for printing, and asks for its last group to be sure that it is on paper. */
export function RecoverySheet({ onClose, returnFocus }: { onClose: () => void; returnFocus: () => void }) {
  const { t, i18n } = useTranslation();
  const core = useCore();
  const queries = useQueryClient();
  const tell = useTell();
  const status = useSystemStatus().data;
  const [key, setKey] = useState<string | null>(null);
  const [typed, setTyped] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);

  const make = () => {
    setBusy(true);
    core.system
      .createRecoveryKey(undefined, { context: { timeoutMs: SLOW_CALL_MS } })
      .then((made) => setKey(made.recoveryKey))
      .catch((error: unknown) => tell(failureNotice(toFailure(error).code, t)))
      .finally(() => setBusy(false));
  };

  const confirm = async (event: FormEvent) => {
    event.preventDefault();
    if (key === null || busy) return;
    setBusy(true);
    setProblem(null);
    try {
      await core.system.confirmRecoveryKey(
        { recoveryKey: withTypedLastGroup(key, typed) },
        { context: { timeoutMs: SLOW_CALL_MS } },
      );
      void queries.invalidateQueries({ queryKey: ['system'] });
      tell({ tone: 'done', title: t('system.recovery.done'), detail: t('system.recovery.doneText') });
      onClose();
    } catch (error) {
      const { code } = toFailure(error);
      setProblem(code === 'recoveryKeyRefused' ? t('system.recovery.mismatch') : failureText(code, t));
    } finally {
      setBusy(false);
    }
  };

  const groups = key === null ? [] : groupsOf(key);
  return (
    <Dialog
      title={t('system.recovery.title')}
      description={t('system.recovery.intro')}
      onClose={onClose}
      returnFocus={returnFocus}
    >
      {key === null ? (
        <div className="flex flex-wrap items-center gap-3">
          <Button look="primary" onClick={make} aria-disabled={busy}>
            {t('system.recovery.make')}
          </Button>
          <Button look="quiet" onClick={onClose}>
            {t('system.recovery.later')}
          </Button>
          <p className="basis-full text-small text-ink-3">{t('system.recovery.laterText')}</p>
        </div>
      ) : (
        <form onSubmit={confirm} className="flex flex-col gap-4">
          <ol
            aria-label={t('system.recovery.key')}
            className="figures grid grid-cols-[repeat(auto-fill,minmax(6.5rem,1fr))] gap-2 rounded-large bg-sunken p-4 font-mono text-head"
          >
            {groups.map((group, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: groups may repeat and never move; their place is what tells them apart.
              <li key={index} className="text-center tracking-widest">
                {group}
              </li>
            ))}
          </ol>
          <div>
            <Button autoFocus onClick={() => void window.counterpartShell.print()}>
              <Printer className="size-4 text-ink-2" aria-hidden />
              {t('system.recovery.print')}
            </Button>
          </div>
          <Field
            label={t('system.recovery.lastGroup')}
            hint={t('system.recovery.lastGroupHint')}
            problem={problem}
            autoComplete="off"
            spellCheck={false}
            value={typed}
            onChange={(event) => setTyped(event.target.value)}
          />
          <div className="flex gap-2.5">
            <Button look="primary" type="submit" aria-disabled={busy || typed.trim() === ''}>
              {t('system.recovery.confirm')}
            </Button>
            <Button look="quiet" onClick={onClose}>
              {t('system.recovery.later')}
            </Button>
          </div>
          {createPortal(
            <div className="print-sheet">
              <h1>{t('system.recovery.sheetTitle')}</h1>
              <p>{t('system.recovery.sheetText')}</p>
              <p className="print-key">{groups.join('  ')}</p>
              <p>
                {t('system.recovery.sheetDay', {
                  day: new Intl.DateTimeFormat(i18n.language, { dateStyle: 'long' }).format(new Date()),
                })}
              </p>
              {status ? <p>{t('system.recovery.sheetApp', { folder: status.dataDir })}</p> : null}
            </div>,
            document.body,
          )}
        </form>
      )}
    </Dialog>
  );
}
