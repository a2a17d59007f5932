import { CircleCheck } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { SpecialCallView } from '#contract/special-calls/view.ts';
import { useShortcut } from '#renderer/app/shortcuts.tsx';
import { useTalk } from '#renderer/features/conversation/conversation-provider.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { Chip } from '#renderer/ui/chip.tsx';
import { shortTitle } from './call-picker.tsx';

interface EndedCallProps {
  view: SpecialCallView;
  onFollow: (entryId: string) => void;
  onTalk: () => void;
  onClose: () => void;
}

/** How the call came out and what follows from it: the next special call, a conversation, or back to the desk. */
export function EndedCall({ view, onFollow, onTalk, onClose }: EndedCallProps) {
  const { t } = useTranslation();
  const { openSheet } = useTalk();
  const { workOrder } = view;
  const { leadsTo } = view.step;
  const follows = view.brokenOff === null ? leadsTo : null;
  const first = useRef<HTMLButtonElement>(null);
  useEffect(() => first.current?.focus(), []);
  useShortcut('clearSearch', onClose);
  return (
    <section aria-labelledby="special-call-ended" className="flex h-full flex-col items-start gap-4 bg-panel px-8 py-8">
      <div role="status">
        <p className="flex items-center gap-2 text-note font-semibold text-ok">
          <CircleCheck className="size-[1.125rem]" aria-hidden />
          {t(view.brokenOff === null ? 'specialCalls.done' : 'specialCalls.doneBrokenOff')}
        </p>
        <h1 id="special-call-ended" className="text-title font-bold" lang="zh-CN">
          {[shortTitle(view.title), view.ending].filter((part) => part !== '').join(' · ')}
        </h1>
      </div>
      <p className="measure rounded-large bg-sunken px-5 py-4 text-body whitespace-pre-wrap" lang="zh-CN">
        {view.summary}
      </p>
      {workOrder ? (
        <p className="flex flex-wrap items-center gap-2 text-body" role="status">
          <Chip tone="accent">{t('specialCalls.orderOpened', { number: workOrder.number })}</Chip>
          <span className="text-note text-ink-2">{t('specialCalls.orderFilled')}</span>
        </p>
      ) : null}
      <div className="flex flex-wrap gap-2">
        {follows ? (
          <Button ref={first} look="primary" onClick={() => onFollow(follows.entryId)}>
            {t('specialCalls.leadsTo', { title: shortTitle(follows.title) })}
          </Button>
        ) : (
          <Button ref={first} look="primary" onClick={onClose}>
            {t('specialCalls.close')}
          </Button>
        )}
        {view.conversationId === null ? <Button onClick={onTalk}>{t('specialCalls.startTalk')}</Button> : null}
        {workOrder ? (
          <Button onClick={() => openSheet({ kind: 'order', id: workOrder.id })}>{t('specialCalls.openOrder')}</Button>
        ) : null}
        <Button onClick={() => openSheet({ kind: 'call', id: view.id })}>{t('specialCalls.openRecord')}</Button>
        {follows ? <Button onClick={onClose}>{t('specialCalls.close')}</Button> : null}
      </div>
    </section>
  );
}
