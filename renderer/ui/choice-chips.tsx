import clsx from 'clsx';
import { ToggleGroup } from 'radix-ui';
import type { ReactNode } from 'react';

interface ChoiceChipsProps<Value extends string> {
  label: string;
  id?: string;
  value: Value | null;
  options: readonly { value: Value; content: ReactNode }[];
  /** null when the chosen one was pressed again; only where nothing may be chosen. */
  onChange: (value: Value | null) => void;
  mayBeNone?: boolean;
  lang?: string;
}

/** Small choices in a row of which at most one holds; arrow keys move between them. */
export function ChoiceChips<Value extends string>(props: ChoiceChipsProps<Value>) {
  const { label, id, value, options, onChange, mayBeNone = false, lang } = props;
  return (
    <ToggleGroup.Root
      type="single"
      id={id}
      lang={lang}
      aria-label={label}
      value={value ?? ''}
      onValueChange={(next) => {
        const chosen = options.find((option) => option.value === next);
        if (chosen) onChange(chosen.value);
        else if (mayBeNone) onChange(null);
      }}
      className="flex flex-wrap gap-1.5"
    >
      {options.map((option) => (
        <ToggleGroup.Item
          key={option.value}
          value={option.value}
          className={clsx(
            'inline-flex min-h-7 items-center gap-1.5 rounded-full border px-2.5 text-note transition-colors duration-100',
            option.value === value
              ? 'border-accent bg-accent-soft font-semibold text-accent'
              : 'border-edge-strong bg-panel text-ink-2 hover:bg-hover hover:text-ink',
          )}
        >
          {option.content}
        </ToggleGroup.Item>
      ))}
    </ToggleGroup.Root>
  );
}
