import { CircleCheck, History, MessagesSquare } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { OpenOrders } from '#renderer/features/work-orders/open-orders.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { KeyOf } from '#renderer/ui/kbd.tsx';
import { useTalk } from './conversation-provider.tsx';
import { DuePromises } from './due-promises.tsx';
import { LostList } from './lost-list.tsx';
import { ParkedList } from './parked-list.tsx';
import { RecentUses } from './recent-uses.tsx';
import { WaitingList } from './waiting-list.tsx';

/** The column while nobody is being served: start with the next customer, and what is waiting. */
export function IdleColumn() {
  const { t } = useTranslation();
  const { show, openSheet, justFinished } = useTalk();
  return (
    <div className="flex min-h-full flex-col gap-4 px-4.5 py-4">
      <section aria-labelledby="conversation-heading" className="rounded-large bg-sunken px-4 py-3.5">
        <h2 id="conversation-heading" className="flex items-center gap-2 text-body font-semibold">
          <MessagesSquare className="size-[1.125rem] text-accent" aria-hidden />
          {t('conversation.heading')}
        </h2>
        {justFinished === null ? (
          <p className="mt-1 text-note text-ink-2">{t('conversation.startLead')}</p>
        ) : (
          <p className="mt-1 flex items-center gap-1.5 text-note text-ok">
            <CircleCheck className="size-4 shrink-0" aria-hidden />
            <span className="flex-1">{t('conversation.finishedNow')}</span>
            <button
              type="button"
              className="rounded-small px-1 text-accent underline underline-offset-3"
              onClick={() => openSheet({ kind: 'record', id: justFinished })}
            >
              {t('conversation.openRecord')}
            </button>
          </p>
        )}
        <div className="mt-2.5 flex flex-wrap gap-2">
          <Button onClick={() => show('start')}>
            {t('conversation.start')}
            <KeyOf id="nextCustomer" />
          </Button>
          <Button look="quiet" onClick={() => openSheet({ kind: 'records' })}>
            <History className="size-4" aria-hidden />
            {t('conversation.records')}
          </Button>
        </div>
      </section>
      <LostList />
      <WaitingList />
      <ParkedList />
      <DuePromises />
      <OpenOrders />
      <RecentUses />
    </div>
  );
}
