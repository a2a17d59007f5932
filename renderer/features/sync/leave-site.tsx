import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { toFailure } from '#renderer/core-client/call-failure.ts';
import { useCore } from '#renderer/core-client/core-provider.tsx';
import { failureNotice } from '#renderer/i18n/explain-failure.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { useTell } from '#renderer/ui/notice.tsx';

/** Leaves the site after asking once; nothing on this desk is lost by it. */
export function LeaveSite() {
  const { t } = useTranslation();
  const core = useCore();
  const tell = useTell();
  const [asking, setAsking] = useState(false);
  const leave = () => {
    core.sync.leave().then(
      () => setAsking(false),
      (error: unknown) => tell(failureNotice(toFailure(error).code, t)),
    );
  };
  return (
    <>
      <Button onClick={() => setAsking(true)}>{t('sync.leave')}</Button>
      {asking ? (
        <Dialog title={t('sync.leaveAsk')} description={t('sync.leaveText')} onClose={() => setAsking(false)}>
          <div className="flex gap-2.5">
            <Button look="danger" onClick={leave}>
              {t('sync.leave')}
            </Button>
            <Button look="quiet" onClick={() => setAsking(false)}>
              {t('frame.cancel')}
            </Button>
          </div>
        </Dialog>
      ) : null}
    </>
  );
}
