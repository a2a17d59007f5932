import clsx from 'clsx';
import { useTranslation } from 'react-i18next';
import type { ConversationSummary } from '#contract/conversation/view.ts';
import { sayDue } from '#renderer/i18n/moments.ts';
import { useTalk } from './conversation-provider.tsx';
import { useConversations } from './conversation-query.ts';
import { Part } from './part.tsx';
import { useNow } from './use-now.ts';

const LOOKED_AT = 200;
const SHOWN = 4;
/** A promise that was not kept stays in sight this long. */
const OVERDUE_SHOWN_MS = 86_400_000;

type Promised = ConversationSummary & { promise: NonNullable<ConversationSummary['promise']> };

const isPromised = (one: ConversationSummary): one is Promised => one.promise !== null && one.state === 'finished';

/** What was promised to customers and falls due next. */
export function DuePromises() {
  const { t, i18n } = useTranslation();
  const { openSheet } = useTalk();
  const now = useNow();
  const conversations = useConversations({ limit: LOOKED_AT }).data ?? [];
  const due = conversations
    .filter(isPromised)
    .filter((one) => one.promise.dueAtMs > now - OVERDUE_SHOWN_MS)
    .sort((a, b) => a.promise.dueAtMs - b.promise.dueAtMs)
    .slice(0, SHOWN);
  if (due.length === 0) return null;
  return (
    <Part title={t('conversation.promises')}>
      <ul className="-mx-2 flex flex-col">
        {due.map((one) => {
          const late = one.promise.dueAtMs <= now;
          const when = sayDue(one.promise.dueAtMs, i18n.language);
          return (
            <li key={one.id}>
              <button
                type="button"
                onClick={() => openSheet({ kind: 'record', id: one.id })}
                className="flex w-full flex-wrap items-baseline gap-x-2 rounded-base px-2 py-1.5 text-left hover:bg-hover"
              >
                <span className="figures min-w-0 flex-1 truncate text-body" lang="zh-CN">
                  {one.customerShown === '' ? t('conversation.withoutName') : one.customerShown}
                </span>
                <span className={clsx('figures text-note', late ? 'font-semibold text-late' : 'text-ink-2')}>
                  {late ? t('conversation.overdue', { when }) : t('conversation.due', { when })}
                </span>
              </button>
            </li>
          );
        })}
      </ul>
    </Part>
  );
}
