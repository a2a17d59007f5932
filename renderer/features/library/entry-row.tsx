import clsx from 'clsx';
import { Star } from 'lucide-react';
import type { Ref } from 'react';
import { useTranslation } from 'react-i18next';
import type { EntrySummary } from '#contract/library-browse.ts';
import { isPersonalEntry } from '#contract/personal-entry.ts';
import { StateMark } from './state-mark.tsx';

interface EntryRowProps {
  ref: Ref<HTMLDivElement>;
  id: string;
  index: number;
  total: number;
  top: number;
  selected: boolean;
  entry: EntrySummary | undefined;
  onPick: () => void;
  onOpen: () => void;
}

/** One entry of the list: its title, what it is and where, how it begins, and whether it holds. */
export function EntryRow({ ref, id, index, total, top, selected, entry, onPick, onOpen }: EntryRowProps) {
  const { t } = useTranslation();
  const place = entry
    ? [
        isPersonalEntry(entry.entryId) ? t('library.personalMark') : t(`library.kind.${entry.kind}`),
        entry.sceneLabel || entry.packTitle,
        ...(entry.stage ? [t(`vocabulary.stage.${entry.stage}`)] : []),
      ].filter((part) => part !== '')
    : [];
  return (
    // biome-ignore lint/a11y/useFocusableInteractive: the filter above keeps the focus and points here by aria-activedescendant.
    // biome-ignore lint/a11y/useKeyWithClickEvents: arrows and Enter are heard by the filter and the list.
    <div
      ref={ref}
      id={id}
      role="option"
      data-index={index}
      aria-selected={selected}
      aria-setsize={total}
      aria-posinset={index + 1}
      onClick={onPick}
      onDoubleClick={onOpen}
      className="absolute inset-x-0 top-0 pb-0.5"
      style={{ transform: `translateY(${top}px)` }}
    >
      <div
        className={clsx(
          'min-h-16 rounded-base border-l-[3px] py-1.5 pr-2.5 pl-3',
          selected ? 'border-accent bg-panel shadow-lift' : 'border-clear hover:bg-hover',
        )}
      >
        {entry ? (
          <>
            <div className="flex items-baseline gap-2">
              <span className="min-w-0 flex-1 text-body font-semibold">
                {entry.title}
                {entry.favourite ? (
                  <Star
                    className="ml-1.5 inline size-3.5 -translate-y-px fill-current text-accent"
                    role="img"
                    aria-label={t('search.favourite')}
                  />
                ) : null}
              </span>
              <StateMark usability={entry.usability} />
              {entry.unverified ? (
                <span className="text-small whitespace-nowrap text-warn">{t('library.unverified')}</span>
              ) : null}
            </div>
            <p className="line-clamp-1 text-note text-ink-2">{entry.excerpt}</p>
            <p className="text-small text-ink-3">{place.join(' · ')}</p>
          </>
        ) : (
          <span className="sr-only">{t('frame.loading')}</span>
        )}
      </div>
    </div>
  );
}
