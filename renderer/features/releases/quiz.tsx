import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ReleaseQuestion } from '#contract/releases.ts';
import { Button } from '#renderer/ui/button.tsx';

interface QuizProps {
  questions: readonly ReleaseQuestion[];
  onDone: (asked: number, right: number) => void;
}

/** A question at a time; the answer is told at once, and the result goes to the journal at the end. */
export function Quiz({ questions, onDone }: QuizProps) {
  const { t } = useTranslation();
  const [at, setAt] = useState(0);
  const [chosen, setChosen] = useState<number | null>(null);
  const [right, setRight] = useState(0);
  const question = questions[at];
  if (question === undefined) {
    return (
      <p role="status" className="text-body">
        {t('releases.quiz.done', { asked: questions.length, right })}
      </p>
    );
  }
  const choose = (index: number) => {
    if (chosen !== null) return;
    setChosen(index);
    if (index === question.right) setRight(right + 1);
  };
  const goOn = () => {
    if (at + 1 === questions.length) onDone(questions.length, right);
    setAt(at + 1);
    setChosen(null);
  };
  const answer = question.options[question.right] ?? '';
  return (
    <div className="flex flex-col gap-2.5">
      <p className="text-body font-semibold">
        {t(`releases.quiz.${question.asks}`, { title: question.title })}
        <span className="figures pl-2 text-small font-normal text-ink-3">
          {at + 1}/{questions.length}
        </span>
      </p>
      <ul className="flex flex-col gap-1.5" lang="zh-CN">
        {question.options.map((option, index) => (
          <li key={option}>
            <Button
              aria-pressed={chosen === index}
              aria-disabled={chosen !== null && chosen !== index}
              className="spoken w-full justify-start text-left whitespace-normal"
              onClick={() => choose(index)}
            >
              {option}
            </Button>
          </li>
        ))}
      </ul>
      {chosen === null ? null : (
        <div role="status" className="flex flex-wrap items-center gap-3 text-note">
          <span className="min-w-0 flex-1">
            {chosen === question.right ? t('releases.quiz.right') : t('releases.quiz.wrong', { answer })}
          </span>
          <Button size="small" autoFocus onClick={goOn}>
            {t('releases.quiz.next')}
          </Button>
        </div>
      )}
    </div>
  );
}
