import { useTranslation } from 'react-i18next';
import type { ConversationView } from '#contract/conversation/view.ts';
import { useTalk } from './conversation-provider.tsx';
import { MoodMenu } from './mood-menu.tsx';
import { StageStepper } from './stage-stepper.tsx';
import { TalkMenu } from './talk-menu.tsx';
import { Timers } from './timers.tsx';

/** Whom one is talking to, how long, and in which stage. */
export function TalkHeader({ view, onPark }: { view: ConversationView; onPark: () => void }) {
  const { t } = useTranslation();
  const { show } = useTalk();
  const { customer, channel } = view;
  return (
    <div className="z-10 flex flex-col gap-2 border-b border-edge bg-panel px-4.5 pt-3 pb-2.5 tall:sticky tall:top-0">
      <div className="flex items-center gap-x-2">
        <button
          type="button"
          title={t('conversation.editCustomer')}
          onClick={() => show('customer')}
          className="-mx-1.5 flex min-w-0 flex-1 items-baseline gap-2 rounded-small px-1.5 py-0.5 text-left hover:bg-hover"
        >
          <span className="max-w-[10em] shrink-0 truncate text-field font-bold" lang="zh-CN">
            {customer.address === '' ? t('conversation.unknownCustomer') : customer.address}
          </span>
          <span className="min-w-0 truncate text-note text-ink-2">
            {t(`vocabulary.tier.${customer.tier}`)} · {t(`vocabulary.channel.${channel}`)}
          </span>
        </button>
        <Timers view={view} />
        <span className="-mr-1.5 flex">
          <MoodMenu view={view} />
          <TalkMenu view={view} onPark={onPark} />
        </span>
      </div>
      <StageStepper stages={view.stages} />
    </div>
  );
}
