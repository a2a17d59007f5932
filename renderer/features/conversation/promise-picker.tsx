import { CalendarClock } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ConversationView } from '#contract/conversation/view.ts';
import { sayDue } from '#renderer/i18n/moments.ts';
import { Button } from '#renderer/ui/button.tsx';
import { ChoiceChips } from '#renderer/ui/choice-chips.tsx';
import { explainDeadline } from '#renderer/ui/deadline-words.ts';
import { targetId } from './missing-target.ts';
import { Part } from './part.tsx';
import { useNow } from './use-now.ts';
import { useStep } from './use-step.ts';

/** The reply time given to the customer: one of the spoken times on offer, or another within what may be promised. */
export function PromisePicker({ view }: { view: ConversationView }) {
  const { t, i18n } = useTranslation();
  const step = useStep();
  const [other, setOther] = useState<string | null>(null);
  const { promise, promiseOptions } = view;
  const offered = promiseOptions.some((option) => option.dueAtMs === promise?.dueAtMs);
  const options = promise === null || offered ? promiseOptions : [promise, ...promiseOptions];
  const promiseUntil = (dueAtMs: number, text?: string) =>
    step((calls) => calls.setPromise({ conversationId: view.id, dueAtMs, ...(text === undefined ? {} : { text }) }));
  const chosen = promiseOptions.find((option) => option.dueAtMs === promise?.dueAtMs);
  const say = { t, language: i18n.language, nowMs: useNow(), timeZone: view.timeZone };
  const otherMs = other === null ? Number.NaN : new Date(other).getTime();

  return (
    <Part title={t('conversation.promise')}>
      <div id={targetId('promise')} className="flex flex-col gap-1.5">
        <ChoiceChips
          label={t('conversation.promise')}
          lang="zh-CN"
          value={promise === null ? null : String(promise.dueAtMs)}
          options={options.map(({ dueAtMs, text }) => ({ value: String(dueAtMs), content: text }))}
          onChange={(value) => {
            const chosen = options.find((option) => String(option.dueAtMs) === value);
            if (chosen) void promiseUntil(chosen.dueAtMs, chosen.text);
          }}
        />
        {other === null ? (
          <button
            type="button"
            onClick={() => setOther('')}
            className="inline-flex items-center gap-1 self-start rounded-small px-1 text-small text-ink-2 underline decoration-edge-strong underline-offset-3 hover:text-ink"
          >
            <CalendarClock className="size-3.5" aria-hidden />
            {t('conversation.promiseOther')}
          </button>
        ) : (
          <form
            className="flex flex-wrap items-center gap-1.5"
            onSubmit={(event) => {
              event.preventDefault();
              if (Number.isNaN(otherMs)) return;
              void promiseUntil(otherMs).then((after) => after && setOther(null));
            }}
          >
            <input
              type="datetime-local"
              aria-label={t('conversation.promiseOther')}
              value={other}
              onChange={(event) => setOther(event.target.value)}
              className="min-w-0 rounded-small border border-edge-field bg-panel px-2 py-1 text-note"
            />
            <Button size="small" type="submit" disabled={Number.isNaN(otherMs)}>
              {t('conversation.promiseUse')}
            </Button>
          </form>
        )}
        {chosen === undefined ? null : <p className="text-small text-ink-2">{explainDeadline(chosen.deadline, say)}</p>}
        {promise === null ? null : (
          <p className="text-small text-ink-2">
            {t('conversation.promiseSet', { text: promise.text, when: sayDue(promise.dueAtMs, i18n.language) })}
          </p>
        )}
      </div>
    </Part>
  );
}
