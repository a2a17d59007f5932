import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ErasureWhy } from '#contract/privacy.ts';
import { toFailure } from '#renderer/core-client/call-failure.ts';
import { useCore } from '#renderer/core-client/core-provider.tsx';
import { failureNotice } from '#renderer/i18n/explain-failure.ts';
import { Button } from '#renderer/ui/button.tsx';
import { ChoiceChips } from '#renderer/ui/choice-chips.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { useTell } from '#renderer/ui/notice.tsx';

/** The whole journal and every backup is read for it. */
const SLOW_CALL_MS = 600_000;
const reasons: readonly ErasureWhy[] = ['customerAsked', 'takenDownInError', 'noLongerNeeded'];

interface EraseDialogProps {
  subjectIds: string[];
  onErased: () => void;
  onClose: () => void;
}

/** What would go, copies and other desks among it; then why, and for good. */
export function EraseDialog({ subjectIds, onErased, onClose }: EraseDialogProps) {
  const { t } = useTranslation();
  const core = useCore();
  const tell = useTell();
  const [why, setWhy] = useState<ErasureWhy>('customerAsked');
  const [busy, setBusy] = useState(false);
  const preview = useQuery({
    queryKey: ['privacy', 'preview', ...subjectIds],
    queryFn: ({ signal }) => core.privacy.preview({ subjectIds }, { signal, context: { timeoutMs: SLOW_CALL_MS } }),
  }).data;

  const erase = async () => {
    if (busy || preview === undefined) return;
    setBusy(true);
    try {
      const done = await core.privacy.erase({ subjectIds, why }, { context: { timeoutMs: SLOW_CALL_MS } });
      if (done.outcome === 'erased') {
        tell({ tone: 'done', title: t('privacy.erased', { count: done.events }) });
        onErased();
      } else tell({ tone: 'problem', title: t('privacy.stillOpen') });
    } catch (error) {
      tell(failureNotice(toFailure(error).code, t));
    } finally {
      setBusy(false);
    }
  };

  return (
    <Dialog title={t('privacy.ask.title', { count: subjectIds.length })} onClose={onClose}>
      {preview === undefined ? (
        <p role="status" className="text-body text-ink-2">
          {t('privacy.ask.looking')}
        </p>
      ) : (
        <ul className="flex list-disc flex-col gap-1.5 pl-5 text-body">
          <li>{t('privacy.ask.events', { count: preview.ownEvents + preview.foreignEvents })}</li>
          <li>
            {preview.backups.length === 0
              ? t('privacy.ask.noBackups')
              : t('privacy.ask.backups', { count: preview.backups.length })}
          </li>
          {preview.setAside.length > 0 ? (
            <li>{t('privacy.ask.setAside', { count: preview.setAside.length })}</li>
          ) : null}
          {preview.travels ? <li>{t('privacy.ask.travels')}</li> : null}
        </ul>
      )}
      <p className="mt-4 mb-1.5 text-note text-ink-2">{t('privacy.ask.why')}</p>
      <ChoiceChips
        label={t('privacy.ask.why')}
        value={why}
        options={reasons.map((value) => ({ value, content: t(`privacy.why.${value}`) }))}
        onChange={setWhy}
      />
      <div className="mt-5 flex gap-2.5">
        <Button look="danger" aria-disabled={busy || preview === undefined} onClick={() => void erase()}>
          {busy ? t('privacy.ask.erasing') : t('privacy.ask.confirm')}
        </Button>
        <Button look="quiet" onClick={onClose}>
          {t('privacy.ask.cancel')}
        </Button>
      </div>
    </Dialog>
  );
}
