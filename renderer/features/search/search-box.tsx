import type { TFunction } from 'i18next';
import { Search, X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useDeskActions, useDeskPart } from '#renderer/app/desk-provider.tsx';
import { KeyOf } from '#renderer/ui/kbd.tsx';
import type { Jump } from './find-jumps.ts';
import { type Asked, type Results, useAskEarly } from './results.ts';
import { LISTBOX_ID, optionId, selectedStop } from './stops.ts';

const LONGEST = 10_000;

const FINEST_MS = 0.1;

const sayTook = (tookMs: number, t: TFunction) =>
  tookMs < FINEST_MS
    ? t('search.tookLess', { ms: FINEST_MS })
    : t('search.took', { ms: tookMs.toFixed(tookMs < 10 ? 1 : 0) });

interface SearchBoxProps {
  asked: Asked;
  results: Results | undefined;
  jumps: readonly Jump[];
  /** Whether the list is on the screen: other places have none. */
  listShown: boolean;
}

/** The field everything starts from. It keeps the focus while arrows move through the list below it. */
export function SearchBox({ asked, results, jumps, listShown }: SearchBoxProps) {
  const { t } = useTranslation();
  const { dispatch, searchBox, focusSearch } = useDeskActions();
  const picked = useDeskPart((state) => state.picked);
  const askEarly = useAskEarly();
  const { text } = asked;
  const selected = selectedStop(results, jumps, picked);
  const expanded = listShown && results !== undefined;
  const exact = results?.kind === 'search' && results.items.some((hit) => !hit.near);
  const found = results?.kind === 'search' ? results : null;
  return (
    <search className="flex h-[2.375rem] min-w-0 max-w-[32.5rem] flex-[1_1_13rem] narrow:flex-[1_1_9rem] items-center gap-2.5 rounded-base border-2 border-edge-field bg-panel px-3 focus-within:border-accent">
      <Search className="size-[1.125rem] shrink-0 text-ink-2" aria-hidden />
      <input
        ref={searchBox}
        data-search-box=""
        data-quiet-focus=""
        // biome-ignore lint/a11y/noAutofocus: the desk exists to be typed into; focus starts here by design.
        autoFocus
        type="text"
        role="combobox"
        aria-label={t('search.label')}
        aria-expanded={expanded}
        {...(expanded ? { 'aria-controls': LISTBOX_ID } : {})}
        aria-autocomplete="list"
        {...(selected === undefined || !expanded ? {} : { 'aria-activedescendant': optionId(selected.key) })}
        autoComplete="off"
        autoCorrect="off"
        spellCheck={false}
        maxLength={LONGEST}
        placeholder={t('search.placeholder')}
        value={text}
        onChange={(event) => {
          askEarly({ ...asked, text: event.target.value });
          dispatch({ type: 'typed', text: event.target.value });
        }}
        className="h-full min-w-0 flex-1 bg-clear text-field text-ellipsis text-ink outline-none placeholder:text-ink-3"
      />
      {found && found.items.length > 0 ? (
        <span className="figures text-small whitespace-nowrap text-ink-3 narrow:hidden" aria-hidden="true">
          {exact ? t('search.count', { count: found.total }) : t('search.nearCount', { count: found.items.length })} ·{' '}
          {sayTook(found.tookMs, t)}
        </span>
      ) : null}
      {text === '' ? (
        <span aria-hidden="true" className="narrow:hidden">
          <KeyOf id="focusSearch" />
        </span>
      ) : (
        <button
          type="button"
          aria-label={t('search.clear')}
          onClick={() => {
            dispatch({ type: 'typed', text: '' });
            focusSearch();
          }}
          className="rounded-small p-1 text-ink-3 hover:bg-hover hover:text-ink"
        >
          <X className="size-4" aria-hidden />
        </button>
      )}
    </search>
  );
}
