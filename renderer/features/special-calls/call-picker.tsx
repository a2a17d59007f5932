import { useQuery } from '@tanstack/react-query';
import clsx from 'clsx';
import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OfferedSpecialCall } from '#contract/special-calls/view.ts';
import { belongsToComposition } from '#renderer/app/composition.ts';
import { useCore } from '#renderer/core-client/core-provider.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { Kbd } from '#renderer/ui/kbd.tsx';
import { Skeleton } from '#renderer/ui/skeleton.tsx';
import { matchingCalls } from './matching-calls.ts';

interface CallPickerProps {
  onPick: (entryId: string) => void;
  onClose: () => void;
  returnFocus: () => void;
}

/** Chooses a special call with very few keys: a number takes it, letters narrow it down, Enter takes the marked one. */
export function CallPicker({ onPick, onClose, returnFocus }: CallPickerProps) {
  const { t } = useTranslation();
  const core = useCore();
  const [typed, setTyped] = useState('');
  const [marked, setMarked] = useState(0);
  const offered = useQuery({
    queryKey: ['library', 'specialCalls'],
    queryFn: ({ signal }) => core.specialCalls.offered(undefined, { signal }),
  });
  const found = matchingCalls(offered.data ?? [], typed);
  const at = Math.min(marked, found.length - 1);
  const take = (call: OfferedSpecialCall | undefined) => call && onPick(call.entryId);
  const choose = (key: string) => {
    if (offered.data === undefined) early.current = key;
    else if (key === 'Enter') take(found[at]);
    else take(typed === '' ? found.find((call) => call.key === Number(key)) : found[Number(key) - 1]);
  };
  /** Pressed before the list was there: it holds as soon as it is. */
  const early = useRef<string | null>(null);
  const catchUp = useEffectEvent(() => {
    if (early.current !== null && offered.data !== undefined) choose(early.current);
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: the list is the reason to run.
  useEffect(() => catchUp(), [offered.data]);
  return (
    <Dialog
      title={t('specialCalls.pick')}
      description={t('specialCalls.pickText')}
      wide
      onClose={onClose}
      returnFocus={returnFocus}
    >
      <input
        autoFocus
        role="combobox"
        aria-expanded="true"
        aria-controls="special-call-list"
        aria-activedescendant={found[at] ? `special-call-${at}` : undefined}
        aria-label={t('specialCalls.filter')}
        autoComplete="off"
        spellCheck={false}
        placeholder={t('specialCalls.filterPlaceholder')}
        value={typed}
        onChange={(event) => {
          setTyped(event.target.value);
          setMarked(0);
        }}
        onKeyDown={(event) => {
          if (belongsToComposition(event.nativeEvent)) return;
          const digit = /^[1-9]$/.exec(event.key)?.[0];
          if (digit !== undefined && !event.ctrlKey && !event.altKey) {
            event.preventDefault();
            choose(digit);
          } else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
            event.preventDefault();
            const next = Math.min(found.length - 1, Math.max(0, at + (event.key === 'ArrowDown' ? 1 : -1)));
            setMarked(next);
            document.getElementById(`special-call-${next}`)?.scrollIntoView({ block: 'nearest' });
          } else if (event.key === 'Enter') {
            event.preventDefault();
            choose('Enter');
          }
        }}
        className="mb-3 h-10 w-full rounded-base border border-edge-field bg-panel px-3 text-field text-ink placeholder:text-ink-3"
      />
      {offered.isPending ? <Skeleton label={t('frame.loading')} lines={6} /> : null}
      {offered.data && found.length === 0 ? <p className="text-note text-ink-2">{t('specialCalls.none')}</p> : null}
      <div
        id="special-call-list"
        role="listbox"
        aria-label={t('specialCalls.pick')}
        className="grid gap-x-3 sm:grid-cols-2"
      >
        {found.map((call, index) => (
          // biome-ignore lint/a11y/useFocusableInteractive: the field keeps the focus and points here.
          // biome-ignore lint/a11y/useKeyWithClickEvents: the field above answers the keys.
          <div
            key={call.entryId}
            id={`special-call-${index}`}
            role="option"
            aria-selected={index === at}
            onClick={() => take(call)}
            className={clsx(
              'flex min-h-9 items-center gap-2.5 rounded-base px-2.5 py-1.5',
              index === at ? 'bg-accent-soft' : 'hover:bg-hover',
            )}
          >
            <span aria-hidden="true" className="w-6 shrink-0 text-center">
              {numberOf(call, index, typed) === null ? null : <Kbd>{String(numberOf(call, index, typed))}</Kbd>}
            </span>
            <span className="min-w-0 flex-1 truncate text-body" lang="zh-CN">
              {shortTitle(call.title)}
            </span>
            <span className="shrink-0 text-small text-ink-3" lang="zh-CN">
              {call.sceneLabel}
            </span>
          </div>
        ))}
      </div>
    </Dialog>
  );
}

/** The number that takes it: its own while nothing is typed, its place among what was found otherwise. */
function numberOf(call: OfferedSpecialCall, index: number, typed: string): number | null {
  if (typed === '') return call.key;
  return index < 9 ? index + 1 : null;
}

/** What stands behind the dot: the sort of entry is clear here. */
export function shortTitle(title: string): string {
  return title.split(' · ').slice(1).join(' · ') || title;
}
