import { useTranslation } from 'react-i18next';
import type { AnswerWay } from '#contract/rehearsal/terms.ts';
import type { RunView } from '#contract/rehearsal/view.ts';
import { useShortcut } from '#renderer/app/shortcuts.tsx';
import { Kbd } from '#renderer/ui/kbd.tsx';

export interface Said {
  readonly way: AnswerWay;
  readonly text: string;
  readonly answerId?: string;
  readonly entryId?: string;
}

interface ChoiceListProps {
  turn: NonNullable<RunView['turn']>;
  onSay: (said: Said) => void;
}

/** The answers offered; each is said by its number. */
export function ChoiceList({ turn, onSay }: ChoiceListProps) {
  const { t } = useTranslation();
  const choose = (place: number) => {
    const answer = turn.answers[place];
    if (answer) onSay({ way: 'choice', text: answer.text, answerId: answer.id });
  };
  useShortcut('answer', ({ digit }) => choose(digit - 1));
  return (
    <ol aria-label={t('rehearsal.choices')} className="grid gap-2">
      {turn.answers.map((answer, place) => (
        <li key={answer.id}>
          <button
            type="button"
            {...(place === 0 ? { 'data-first': '' } : {})}
            className="flex w-full items-start gap-3 rounded-base border border-edge-strong bg-panel px-4 py-3 text-left hover:border-accent hover:bg-hover"
            onClick={() => choose(place)}
          >
            <span className="spoken min-w-0 flex-1 text-field" lang="zh-CN">
              {answer.text}
            </span>
            <Kbd>{`Alt ${place + 1}`}</Kbd>
          </button>
        </li>
      ))}
    </ol>
  );
}
