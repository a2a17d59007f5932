import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { sayDue } from '#renderer/i18n/moments.ts';
import { Button } from '#renderer/ui/button.tsx';
import { ChoiceChips } from '#renderer/ui/choice-chips.tsx';
import { useTell } from '#renderer/ui/notice.tsx';
import { useConversationView } from './conversation-query.ts';
import { useStep } from './use-step.ts';

const input = 'min-w-0 rounded-small border border-edge-field bg-panel px-2 py-1 text-note placeholder:text-ink-3';

/** Another time for a promise, with the reason; the times on offer are those one may promise now. */
export function MovePromise({ conversationId, onDone }: { conversationId: string; onDone: () => void }) {
  const { t, i18n } = useTranslation();
  const step = useStep();
  const tell = useTell();
  const options = useConversationView(conversationId).data?.promiseOptions ?? [];
  const [dueAtMs, setDueAtMs] = useState<number | null>(null);
  const [why, setWhy] = useState('');
  const ready = dueAtMs !== null && why.trim().length >= 2;
  const move = async () => {
    if (!ready) return;
    if (!(await step((calls) => calls.movePromise({ conversationId, dueAtMs, why })))) return;
    tell({ tone: 'done', title: t('conversation.promiseMoved', { when: sayDue(dueAtMs, i18n.language) }) });
    onDone();
  };
  return (
    <form
      className="mt-1.5 flex flex-col gap-1.5 pb-1"
      onSubmit={(event) => {
        event.preventDefault();
        void move();
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.nativeEvent.isComposing) return;
        event.stopPropagation();
        onDone();
      }}
    >
      <p className="text-small text-ink-2">{t('conversation.promiseMoveText')}</p>
      <ChoiceChips
        label={t('conversation.promiseMoveTitle')}
        lang="zh-CN"
        value={dueAtMs === null ? null : String(dueAtMs)}
        options={options.map((option) => ({ value: String(option.dueAtMs), content: option.text }))}
        onChange={(value) => value && setDueAtMs(Number(value))}
      />
      <input
        aria-label={t('conversation.promiseMoveWhy')}
        placeholder={t('conversation.promiseMoveWhyPlaceholder')}
        maxLength={200}
        value={why}
        onChange={(event) => setWhy(event.target.value)}
        className={input}
      />
      <div className="flex gap-1.5">
        <Button size="small" type="submit" disabled={!ready}>
          {t('conversation.promiseMove')}
        </Button>
        <Button size="small" look="quiet" onClick={onDone}>
          {t('frame.cancel')}
        </Button>
      </div>
    </form>
  );
}
