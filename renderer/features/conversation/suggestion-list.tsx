import clsx from 'clsx';
import { Check } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { ConversationView, Suggestion } from '#contract/conversation/view.ts';
import { useDeskActions, useDeskPart } from '#renderer/app/desk-provider.tsx';
import { useShortcut } from '#renderer/app/shortcuts.tsx';
import { Part } from './part.tsx';

/** The lines to say now, best first; choosing one puts it in the centre, ready to be said. */
export function SuggestionList({ view }: { view: ConversationView }) {
  const { t } = useTranslation();
  const { dispatch, focusSearch } = useDeskActions();
  const opened = useDeskPart((state) => state.opened);
  const open = ({ entryId }: Suggestion) => {
    dispatch({ type: 'opened', entryId });
    focusSearch();
  };
  useShortcut('takeSuggestion', ({ digit }) => {
    const suggestion = view.suggestions[digit - 1];
    return suggestion ? open(suggestion) : false;
  });
  if (view.suggestions.length === 0) return null;
  return (
    <Part title={t('conversation.suggestions')}>
      <ol className="-mx-2 flex flex-col gap-0.5">
        {view.suggestions.map((suggestion, index) => (
          <li key={suggestion.entryId}>
            <button
              type="button"
              title={suggestion.title}
              aria-pressed={opened === suggestion.entryId}
              onClick={() => open(suggestion)}
              className={clsx(
                'flex w-full items-baseline gap-2 rounded-base px-2 py-1 text-left',
                opened === suggestion.entryId ? 'bg-accent-soft' : 'hover:bg-hover',
              )}
            >
              <span className="figures text-small text-ink-3">{index + 1}</span>
              <span
                className={clsx('line-clamp-2 min-w-0 flex-1 text-note', suggestion.said && 'text-ink-3')}
                lang="zh-CN"
              >
                {suggestion.excerpt}
              </span>
              <Why suggestion={suggestion} />
            </button>
          </li>
        ))}
      </ol>
    </Part>
  );
}

/** Why it stands here. That a line is usual in this stage goes without saying. */
function Why({ suggestion: { said, why } }: { suggestion: Suggestion }) {
  const { t } = useTranslation();
  if (!said && why.code === 'stage') return null;
  return (
    <span className="flex max-w-[9em] shrink-0 items-center gap-0.5 text-right text-small text-ink-3">
      {said ? <Check className="size-3.5" aria-hidden /> : null}
      {said ? t('conversation.saidAlready') : t(`conversation.why.${why.code}`, { label: why.label ?? '' })}
    </span>
  );
}
