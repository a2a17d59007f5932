import clsx from 'clsx';
import { Star } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { isPersonalEntry } from '#contract/personal-entry.ts';
import type { TextRange } from '#contract/search.ts';
import type { Stage } from '#contract/vocabulary.ts';
import { MarkedText } from './marked-text.tsx';

interface ResultRowProps {
  id: string;
  entryId: string;
  number: number;
  selected: boolean;
  title: string;
  titleMarks?: readonly TextRange[];
  excerpt: string;
  excerptMarks?: readonly TextRange[];
  stage: Stage | undefined;
  favourite?: boolean;
  /** Why it is in the list, or how often it was used. */
  note: string | null;
  onPick: (entryId: string) => void;
  onTake: (entryId: string) => void;
}

/** One entry of the list: number, title, two lines of wording, and why it is there. */
export function ResultRow(row: ResultRowProps) {
  const { t } = useTranslation();
  return (
    // biome-ignore lint/a11y/useFocusableInteractive: the search box keeps the focus and points here by aria-activedescendant.
    // biome-ignore lint/a11y/useKeyWithClickEvents: arrows and Enter are heard by the search box.
    <div
      id={row.id}
      role="option"
      aria-selected={row.selected}
      onClick={() => row.onPick(row.entryId)}
      onDoubleClick={() => row.onTake(row.entryId)}
      className={clsx(
        'mb-0.5 scroll-my-9 rounded-base border-l-[3px] py-2 pr-2.5 pl-3',
        row.selected ? 'border-accent bg-panel shadow-lift' : 'border-clear hover:bg-hover',
      )}
    >
      <div className="flex items-baseline gap-2">
        {row.number <= 9 ? <span className="figures text-small text-ink-3">{row.number}</span> : null}
        <span className="min-w-0 flex-1 text-body font-semibold">
          <MarkedText text={row.title} marks={row.titleMarks} />
          {row.favourite ? (
            <Star
              className="ml-1.5 inline size-3.5 -translate-y-px fill-current text-accent"
              role="img"
              aria-label={t('search.favourite')}
            />
          ) : null}
        </span>
        {isPersonalEntry(row.entryId) ? (
          <span className="rounded-small bg-accent-soft px-1.5 text-small whitespace-nowrap text-accent">
            {t('library.personalMark')}
          </span>
        ) : null}
        {row.stage ? (
          <span className="text-small whitespace-nowrap text-ink-3">{t(`vocabulary.stage.${row.stage}`)}</span>
        ) : null}
      </div>
      <p className="line-clamp-2 text-note text-ink-2">
        <MarkedText text={row.excerpt} marks={row.excerptMarks} />
      </p>
      {row.note ? <p className="mt-0.5 text-small text-ink-3">{row.note}</p> : null}
    </div>
  );
}
