import { History } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ConversationSummary } from '#contract/conversation/view.ts';
import { useTalk } from '#renderer/features/conversation/conversation-provider.tsx';
import { useConversations } from '#renderer/features/conversation/conversation-query.ts';
import { useNow } from '#renderer/features/conversation/use-now.ts';
import { sayMoment } from '#renderer/i18n/moments.ts';
import { Chip } from '#renderer/ui/chip.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { Field } from '#renderer/ui/field.tsx';
import { Skeleton } from '#renderer/ui/skeleton.tsx';

const SHOWN = 100;
/** Fewer digits than this are still being typed. */
const WHOLE_NUMBER = 3;

/** Past conversations, the latest first; the whole number of a customer finds theirs. */
export function RecordsSheet(props: { onClose: () => void; returnFocus: () => void }) {
  const { t } = useTranslation();
  const { openSheet } = useTalk();
  const [typed, setTyped] = useState('');
  const digits = typed.replaceAll(/\D/g, '');
  const number = digits.length >= WHOLE_NUMBER ? digits : null;
  const list = useConversations({ limit: SHOWN, ...(number === null ? {} : { number }) }).data;
  return (
    <Dialog title={t('records.title')} description={t('records.intro')} wide {...props}>
      <Field
        label={t('records.find')}
        type="tel"
        autoComplete="off"
        maxLength={20}
        placeholder={t('records.findHint')}
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
        className="mb-3 max-w-72"
      />
      {list === undefined ? <Skeleton label={t('frame.loading')} lines={6} /> : null}
      {list?.length === 0 ? (
        <EmptyState
          icon={<History className="size-8" aria-hidden />}
          title={number === null ? t('records.empty') : t('records.notFound')}
        >
          {number === null ? t('records.emptyText') : null}
        </EmptyState>
      ) : null}
      <ul className="-mx-2 flex flex-col">
        {list?.map((one) => (
          <li key={one.id} className="border-b border-edge last:border-0">
            <RecordRow one={one} onOpen={() => openSheet({ kind: 'record', id: one.id })} />
          </li>
        ))}
      </ul>
    </Dialog>
  );
}

function RecordRow({ one, onOpen }: { one: ConversationSummary; onOpen: () => void }) {
  const { t, i18n } = useTranslation();
  const now = useNow();
  const state = one.brokenOff ? t('records.brokenOff') : t(`records.state.${one.state}`);
  const facts = [
    sayMoment(one.startedAtMs, Math.max(now, one.startedAtMs), i18n.language, t),
    t(`vocabulary.channel.${one.channel}`),
    one.flowTitle,
    one.workOrderNumber === null ? '' : t('records.order', { number: one.workOrderNumber }),
  ];
  return (
    <button
      type="button"
      onClick={onOpen}
      className="flex w-full flex-col gap-0.5 rounded-base px-2 py-2 text-left hover:bg-hover"
    >
      <span className="flex w-full items-baseline gap-2">
        <span className="figures min-w-0 flex-1 truncate text-body font-semibold" lang="zh-CN">
          {one.customerShown === '' ? t('conversation.withoutName') : one.customerShown}
        </span>
        {one.outcomeLabel === null ? null : (
          <span className="text-note text-ink-2" lang="zh-CN">
            {one.outcomeLabel}
          </span>
        )}
        <Chip tone={one.state === 'finished' ? 'plain' : 'accent'}>{state}</Chip>
      </span>
      <span className="figures text-small text-ink-3">{facts.filter((fact) => fact !== '').join(' · ')}</span>
    </button>
  );
}
