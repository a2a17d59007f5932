import { MessagesSquare } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { RecentUses } from './recent-uses.tsx';

/** The right column of the desk: the conversation with the customer, and what was said before it. */
export function ConversationColumn() {
  const { t } = useTranslation();
  return (
    <div className="flex min-h-full flex-col gap-4 px-4.5 py-4">
      <section aria-labelledby="conversation-heading" className="rounded-large bg-sunken px-4 py-3.5">
        <h2 id="conversation-heading" className="flex items-center gap-2 text-body font-semibold">
          <MessagesSquare className="size-[1.125rem] text-accent" aria-hidden />
          {t('conversation.heading')}
        </h2>
        <p className="mt-1 text-note text-ink-2">{t('conversation.comesNext')}</p>
      </section>
      <RecentUses />
    </div>
  );
}
