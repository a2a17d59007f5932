import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Backup } from '#contract/backups.ts';
import { toFailure } from '#renderer/core-client/call-failure.ts';
import { useCore } from '#renderer/core-client/core-provider.tsx';
import { failureNotice } from '#renderer/i18n/explain-failure.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { useTell } from '#renderer/ui/notice.tsx';
import { whenWords } from './backup-words.ts';

/** A backup is read whole before it is put in place. */
const SLOW_CALL_MS = 600_000;

/** Says what a restore does, and does it. */
export function RestoreDialog({ backup, onClose }: { backup: Backup; onClose: () => void }) {
  const { t, i18n } = useTranslation();
  const core = useCore();
  const tell = useTell();
  const [busy, setBusy] = useState(false);

  const restore = async () => {
    if (busy) return;
    setBusy(true);
    try {
      await core.backups.restore({ name: backup.name }, { context: { timeoutMs: SLOW_CALL_MS } });
      onClose();
    } catch (error) {
      const { code } = toFailure(error);
      // The core goes to start again, at times before its answer is out.
      if (code !== 'coreUnavailable') tell(failureNotice(code, t));
      onClose();
    }
  };

  return (
    <Dialog
      title={t('backups.ask.title', { when: whenWords(backup.madeAtMs, i18n.language) })}
      description={t('backups.ask.text')}
      onClose={onClose}
    >
      <p className="text-body">{t('backups.ask.erased')}</p>
      <p className="mb-4 text-body">{t('backups.ask.restart')}</p>
      <div className="flex flex-wrap items-center gap-2.5">
        <Button look="primary" onClick={() => void restore()} aria-disabled={busy}>
          {busy ? t('backups.ask.checking') : t('backups.ask.confirm')}
        </Button>
        <Button look="quiet" onClick={onClose}>
          {t('backups.ask.cancel')}
        </Button>
      </div>
    </Dialog>
  );
}
