import clsx from 'clsx';
import type { ReactNode } from 'react';
import { optionId } from './stops.ts';

/** Rows below the lines, in small type: to open, not to copy. They belong to the listbox around them. */
export function QuietRows({ heading, children }: { heading: string; children: ReactNode }) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset cannot group the options of a listbox.
    <div role="group" aria-label={heading} className="mt-1 border-t border-edge pt-2">
      <div role="presentation" aria-hidden="true" className="px-2 pb-1 text-small text-ink-3">
        {heading}
      </div>
      {children}
    </div>
  );
}

interface QuietRowProps {
  stopKey: string;
  selected: boolean;
  onOpen: () => void;
  children: ReactNode;
}

export function QuietRow({ stopKey, selected, onOpen, children }: QuietRowProps) {
  return (
    // biome-ignore lint/a11y/useFocusableInteractive: the search box keeps the focus and points here by aria-activedescendant.
    // biome-ignore lint/a11y/useKeyWithClickEvents: arrows and Enter are heard by the search box.
    <div
      id={optionId(stopKey)}
      role="option"
      aria-selected={selected}
      onClick={onOpen}
      className={clsx(
        'flex w-full scroll-my-9 items-baseline gap-2 rounded-base border-l-[3px] px-3 py-1.5 text-note text-ink-2',
        selected ? 'border-accent bg-panel shadow-lift' : 'border-clear hover:bg-hover',
      )}
    >
      {children}
    </div>
  );
}
