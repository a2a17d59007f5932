import { useTranslation } from 'react-i18next';
import type { InsightFigures } from '#contract/insight/views.ts';
import { Button } from '#renderer/ui/button.tsx';

const SHOWN = 5;

interface FailedListProps {
  topics: InsightFigures['failed']['topics'];
  /** Leads write what is missing; others only see it. */
  onWrite: (() => void) | null;
}

/** What was looked for in vain, with what is there already, and the way to write it. */
export function FailedList({ topics, onWrite }: FailedListProps) {
  const { t } = useTranslation();
  return (
    <ul aria-label={t('insight.failed.name')} lang="zh-CN">
      {topics.slice(0, SHOWN).map(({ text, times, people, triedNext, solvedBy }, at) => (
        <li key={text} className="flex flex-wrap items-center gap-x-4 gap-y-1 border-t border-edge py-2">
          <p className="min-w-0 flex-1 basis-52">
            <span className="font-semibold">{text}</span>
            {triedNext[0] ? (
              <span className="ml-2 text-note text-ink-2">{t('insight.failed.also', { text: triedNext[0] })}</span>
            ) : null}
          </p>
          <span className="figures min-w-28 whitespace-nowrap text-note text-ink-2">
            {t('insight.failed.times', { times, people })}
          </span>
          <span className="min-w-0 flex-1 basis-40 text-note text-ink-2">
            {solvedBy[0] ? t('insight.failed.solvedBy', { title: solvedBy[0].title }) : t('insight.failed.unsolved')}
          </span>
          {onWrite ? (
            <Button size="small" look={at === 0 ? 'primary' : 'plain'} onClick={onWrite}>
              {solvedBy[0] ? t('insight.failed.addName') : t('insight.failed.write')}
              <span className="sr-only">{text}</span>
            </Button>
          ) : null}
        </li>
      ))}
    </ul>
  );
}
