import clsx from 'clsx';
import { ToggleGroup } from 'radix-ui';
import type { ReactNode } from 'react';

interface CommonProps<Value extends string> {
  label: string;
  id?: string;
  value: Value | null;
  options: readonly { value: Value; content: ReactNode }[];
  /** `base`: the choice a screen or a sheet is about; `small`: one among others in a form. */
  size?: 'base' | 'small';
  lang?: string;
}

type ChoiceChipsProps<Value extends string> = CommonProps<Value> &
  (
    | { mayBeNone?: false; onChange: (value: Value) => void }
    /** null when the chosen one was pressed again. */
    | { mayBeNone: boolean; onChange: (value: Value | null) => void }
  );

const sizes = {
  base: 'min-h-9 rounded-base px-3.5 text-body',
  small: 'min-h-7 rounded-full px-2.5 text-note',
} as const;

/** Choices in a row of which one holds, or at most one where none may; arrow keys move between them. */
export function ChoiceChips<Value extends string>(props: ChoiceChipsProps<Value>) {
  const { label, id, value, options, size = 'small', lang } = props;
  return (
    <ToggleGroup.Root
      type="single"
      id={id}
      lang={lang}
      aria-label={label}
      value={value ?? ''}
      onValueChange={(next) => {
        const chosen = options.find((option) => option.value === next);
        if (chosen) props.onChange(chosen.value);
        else if (props.mayBeNone) props.onChange(null);
      }}
      className="flex flex-wrap gap-1.5"
    >
      {options.map((option) => (
        <ToggleGroup.Item
          key={option.value}
          value={option.value}
          className={clsx(
            'inline-flex items-center gap-1.5 border',
            sizes[size],
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
