import clsx from 'clsx';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ConversationSummary } from '#contract/conversation/view.ts';
import { sayDue } from '#renderer/i18n/moments.ts';
import { Button } from '#renderer/ui/button.tsx';
import { useTell } from '#renderer/ui/notice.tsx';
import { useTalk } from './conversation-provider.tsx';
import { useOpenPromises } from './conversation-query.ts';
import { MovePromise } from './move-promise.tsx';
import { Part } from './part.tsx';
import { useNow } from './use-now.ts';
import { useStep } from './use-step.ts';

const LOOKED_AT = 50;
const SHOWN = 4;

type Promised = ConversationSummary & { promise: NonNullable<ConversationSummary['promise']> };

const isPromised = (one: ConversationSummary): one is Promised => one.promise !== null && one.state === 'finished';

/** What was promised to customers, the next due first; it stays here until it was kept or moved. */
export function DuePromises() {
  const { t } = useTranslation();
  const due = (useOpenPromises(LOOKED_AT).data ?? []).filter(isPromised).slice(0, SHOWN);
  if (due.length === 0) return null;
  return (
    <Part title={t('conversation.promises')}>
      <ul className="-mx-2 flex flex-col">
        {due.map((one) => (
          <PromiseRow key={one.id} one={one} />
        ))}
      </ul>
    </Part>
  );
}

function PromiseRow({ one }: { one: Promised }) {
  const { t, i18n } = useTranslation();
  const step = useStep();
  const tell = useTell();
  const { openSheet } = useTalk();
  const now = useNow();
  const [moving, setMoving] = useState(false);
  const late = one.promise.dueAtMs <= now;
  const when = sayDue(one.promise.dueAtMs, i18n.language);
  const name = one.customerShown === '' ? t('conversation.withoutName') : one.customerShown;
  const keep = async () => {
    if (await step((calls) => calls.keepPromise({ conversationId: one.id }))) {
      tell({ tone: 'done', title: t('conversation.promiseKept') });
    }
  };
  return (
    <li className="rounded-base px-2 py-1 hover:bg-hover">
      <button
        type="button"
        onClick={() => openSheet({ kind: 'record', id: one.id })}
        className="flex w-full flex-wrap items-baseline gap-x-2 py-0.5 text-left"
      >
        <span className="figures min-w-0 flex-1 truncate text-body" lang="zh-CN">
          {name}
        </span>
        <span className={clsx('figures text-note', late ? 'font-semibold text-late' : 'text-ink-2')}>
          {late ? t('conversation.overdue', { when }) : t('conversation.due', { when })}
        </span>
      </button>
      {moving ? (
        <MovePromise conversationId={one.id} onDone={() => setMoving(false)} />
      ) : (
        <div className="mt-0.5 flex gap-1.5">
          <Button size="small" aria-label={`${t('conversation.promiseKeep')} ${name}`} onClick={() => void keep()}>
            {t('conversation.promiseKeep')}
          </Button>
          <Button
            size="small"
            look="quiet"
            aria-label={`${t('conversation.promiseMove')} ${name}`}
            onClick={() => setMoving(true)}
          >
            {t('conversation.promiseMove')}
          </Button>
        </div>
      )}
    </li>
  );
}
