import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ConversationView } from '#contract/conversation/view.ts';
import { Banner } from '#renderer/ui/banner.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { useTell } from '#renderer/ui/notice.tsx';
import { useTalk } from './conversation-provider.tsx';
import { useStep } from './use-step.ts';

/** A newer flow, offered once and never forced. */
export function ReleaseOffer({ view }: { view: ConversationView }) {
  const { t } = useTranslation();
  const step = useStep();
  const tell = useTell();
  const { drafts } = useTalk();
  const [refused, setRefused] = useState<string | null>(null);
  const offer = view.releaseOffer;
  if (offer === null || refused === offer.releaseVersion) return null;
  const move = async () => {
    await drafts.flush();
    if (await step((calls) => calls.moveToRelease({ conversationId: view.id }))) {
      tell({ tone: 'done', title: t('conversation.releaseMoved') });
    }
  };
  return (
    <Banner tone="plain" title={t('conversation.releaseOffer', { version: offer.releaseVersion })}>
      <p>{t('conversation.releaseOfferText')}</p>
      <div className="mt-2 flex gap-2">
        <Button size="small" onClick={() => void move()}>
          {t('conversation.releaseMove')}
        </Button>
        <Button size="small" look="quiet" onClick={() => setRefused(offer.releaseVersion)}>
          {t('conversation.releaseLater')}
        </Button>
      </div>
    </Banner>
  );
}
