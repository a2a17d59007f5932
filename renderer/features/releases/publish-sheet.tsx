import { History } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '#renderer/ui/button.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { Skeleton } from '#renderer/ui/skeleton.tsx';
import { GoBack } from './go-back.tsx';
import { NextRelease } from './next-release.tsx';
import { ProposalCard } from './proposal-card.tsx';
import { RootKeyCard, SetUpSigning } from './set-up-signing.tsx';
import { SignersForm } from './signers-form.tsx';
import { StickCard } from './stick-card.tsx';
import { TrustCard } from './trust-card.tsx';
import { usePublishingStatus } from './use-releases.ts';

/** Everything a lead needs to publish: whom this desk believes, what waits for a signature, and the next release. */
export function PublishSheet({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const status = usePublishingStatus().data;
  const [rootKey, setRootKey] = useState<string | null>(null);
  return (
    <Dialog title={t('releases.publish.title')} description={t('releases.publish.intro')} wide onClose={onClose}>
      {status === undefined ? <Skeleton label={t('frame.loading')} lines={6} /> : null}
      {status === undefined ? null : (
        <div className="flex flex-col gap-6">
          {rootKey === null ? null : <RootKeyCard rootKey={rootKey} onKept={() => setRootKey(null)} />}
          {status.proposal === null ? null : <ProposalCard proposal={status.proposal} />}
          {status.trust === null ? <SetUpSigning onKey={setRootKey} /> : null}
          {status.trust?.publishesHere && status.proposal === null ? <Publishing /> : null}
          {status.trust === null ? null : <TrustCard status={status} />}
          {status.trust === null ? null : <SignersForm status={status} />}
          <StickCard mayExport={status.trust !== null} />
        </div>
      )}
    </Dialog>
  );
}

/** The next release, or the way back to a former one: one thing to do at a time. */
function Publishing() {
  const { t } = useTranslation();
  const [back, setBack] = useState(false);
  if (back) return <GoBack onDone={() => setBack(false)} />;
  return (
    <>
      <NextRelease />
      <Button className="self-start" onClick={() => setBack(true)}>
        <History className="size-4" aria-hidden />
        {t('releases.back.open')}
      </Button>
    </>
  );
}
