import { PanelLeft, PanelRight, PictureInPicture2, Search } from 'lucide-react';
import type { RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import type { QuickBarPlace } from '#contract/quick-bar/terms.ts';
import { optionId } from '#renderer/features/search/stops.ts';
import { QUICK_LIST_ID } from './quick-list.tsx';
import type { QuickBarWork } from './use-quick-bar.ts';

const LONGEST = 10_000;

interface QuickFieldProps {
  field: RefObject<HTMLInputElement | null>;
  work: QuickBarWork;
  place: QuickBarPlace;
  onMove: (place: QuickBarPlace) => void;
}

/** The one field, how many lines it found, and where the bar lies. It keeps the focus while arrows move through the list. */
export function QuickField({ field, work, place, onMove }: QuickFieldProps) {
  const { t } = useTranslation();
  const { results, selected } = work;
  const found = results?.kind === 'search' && results.items.some(({ near }) => !near) ? results : null;
  return (
    <search className="flex shrink-0 items-center gap-3 border-b border-edge py-2 pr-2.5 pl-4">
      <Search className="size-[1.1875rem] shrink-0 text-accent" aria-hidden />
      <input
        ref={field}
        data-quiet-focus=""
        // biome-ignore lint/a11y/noAutofocus: the bar exists to be typed into; focus starts here by design.
        autoFocus
        type="text"
        role="combobox"
        aria-label={t('search.label')}
        aria-expanded={work.rows.length > 0}
        aria-controls={QUICK_LIST_ID}
        aria-autocomplete="list"
        {...(selected === undefined ? {} : { 'aria-activedescendant': optionId(selected.key) })}
        autoComplete="off"
        autoCorrect="off"
        spellCheck={false}
        maxLength={LONGEST}
        placeholder={place === 'floating' ? t('search.placeholder') : t('search.label')}
        value={work.text}
        onChange={(event) => work.type(event.target.value)}
        className="h-9 min-w-0 flex-1 bg-clear text-head text-ink outline-none placeholder:text-ink-3"
      />
      <span role="status" aria-live="polite" className="figures text-small whitespace-nowrap text-ink-3">
        {found ? t('search.count', { count: found.total }) : null}
      </span>
      <span className="flex">
        {place === 'left' ? null : <MoveButton to="left" onMove={onMove} />}
        {place === 'floating' ? null : <MoveButton to="floating" onMove={onMove} />}
        {place === 'right' ? null : <MoveButton to="right" onMove={onMove} />}
      </span>
    </search>
  );
}

const icons = { left: PanelLeft, floating: PictureInPicture2, right: PanelRight } as const;

function MoveButton({ to, onMove }: { to: QuickBarPlace; onMove: (place: QuickBarPlace) => void }) {
  const { t } = useTranslation();
  const Icon = icons[to];
  const name = t(`quickBar.moveTo.${to}`);
  return (
    <button
      type="button"
      aria-label={name}
      title={name}
      onClick={() => onMove(to)}
      className="rounded-small p-1.5 text-ink-3 hover:bg-hover hover:text-ink"
    >
      <Icon className="size-4" aria-hidden />
    </button>
  );
}
