import clsx from 'clsx';
import { ToggleGroup } from 'radix-ui';
import type { ReactNode } from 'react';

interface SegmentedProps<Value extends string> {
  label: string;
  value: Value;
  options: readonly { value: Value; content: ReactNode }[];
  onChange: (value: Value) => void;
}

/** A row of choices of which exactly one holds; arrow keys move between them. */
export function Segmented<Value extends string>({ label, value, options, onChange }: SegmentedProps<Value>) {
  return (
    <ToggleGroup.Root
      type="single"
      aria-label={label}
      value={value}
      onValueChange={(next) => {
        const chosen = options.find((option) => option.value === next);
        if (chosen) onChange(chosen.value);
      }}
      className="inline-flex flex-wrap gap-1.5"
    >
      {options.map((option) => (
        <ToggleGroup.Item
          key={option.value}
          value={option.value}
          className={clsx(
            'min-h-9 rounded-base border px-3.5 text-body transition-colors duration-100',
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
