import clsx from 'clsx';
import { Check, RotateCcw } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { ConversationView } from '#contract/conversation/view.ts';
import { useShortcut } from '#renderer/app/shortcuts.tsx';
import { useTalk } from './conversation-provider.tsx';
import { targetId } from './missing-target.ts';
import { Part } from './part.tsx';
import { useStep } from './use-step.ts';

/** What this step asks of the agent; each is ticked by hand when it was done, and what not to do stands quietly below. */
export function ActionTicks({ view }: { view: ConversationView }) {
  const { t } = useTranslation();
  const step = useStep();
  const { drafts } = useTalk();
  const next = view.required.find((action) => !action.ticked);

  const toggle = async (actionId: string, ticked: boolean) => {
    // What is still being typed would take the yes of the read-back away again.
    await drafts.flush();
    const action = { conversationId: view.id, stage: view.stage, actionId };
    await step((calls) => (ticked ? calls.untickAction(action) : calls.tickAction(action)));
  };
  useShortcut('tick', ({ digit }) => {
    const action = view.required[digit - 1];
    if (!action) return false;
    void toggle(action.id, action.ticked);
    return true;
  });

  return (
    <Part title={t('conversation.required')}>
      <div className="flex flex-wrap gap-1.5">
        {view.required.map((action) => (
          <label
            key={action.id}
            title={action.hint}
            className={clsx(
              'inline-flex min-h-7 items-center gap-1 rounded-full border px-2.5 text-note transition-colors duration-100',
              'has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-accent',
              action.ticked && 'border-accent-soft bg-accent-soft font-semibold text-accent',
              !action.ticked && action.again && 'border-warn bg-warn-soft text-warn',
              !action.ticked && !action.again && 'border-edge-strong bg-panel text-ink-2 hover:bg-hover hover:text-ink',
            )}
          >
            <input
              type="checkbox"
              id={targetId('action', action.id)}
              data-quiet-focus=""
              checked={action.ticked}
              onChange={() => void toggle(action.id, action.ticked)}
              className="sr-only"
            />
            {action.ticked ? <Check className="size-3.5" strokeWidth={2.75} aria-hidden /> : null}
            {!action.ticked && action.again ? <RotateCcw className="size-3.5" aria-hidden /> : null}
            {action.label}
            {action.again ? <span className="sr-only">{t('conversation.again')}</span> : null}
          </label>
        ))}
      </div>
      {next === undefined ? null : (
        <p className={clsx('mt-1.5 text-small', next.again ? 'text-warn' : 'text-ink-2')}>
          {next.again ? t('conversation.again') : next.hint}
        </p>
      )}
      {view.forbidden.length === 0 ? null : (
        <p className="mt-1 text-small text-ink-3">
          {t('conversation.forbidden', { list: view.forbidden.map((one) => one.label).join(t('frame.listJoin')) })}
        </p>
      )}
    </Part>
  );
}
