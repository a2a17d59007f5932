import clsx from 'clsx';
import { Check } from 'lucide-react';
import { toggled } from './raise-form.ts';

interface TickChipsProps<Value extends string> {
  label: string;
  values: readonly Value[];
  options: readonly { value: Value; content: string }[];
  onChange: (values: Value[]) => void;
  lang?: string;
}

/** Choices in a row of which any number may hold. */
export function TickChips<Value extends string>({ label, values, options, onChange, lang }: TickChipsProps<Value>) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would bring a frame; the group has its name.
    <div role="group" aria-label={label} className="flex flex-wrap gap-1.5" lang={lang}>
      {options.map(({ value, content }) => {
        const on = values.includes(value);
        return (
          <button
            key={value}
            type="button"
            aria-pressed={on}
            onClick={() => onChange(toggled(values, value))}
            className={clsx(
              'inline-flex min-h-7 items-center gap-1.5 rounded-full border px-2.5 text-note',
              on
                ? 'border-accent bg-accent-soft font-semibold text-accent'
                : 'border-edge-strong bg-panel text-ink-2 hover:bg-hover hover:text-ink',
            )}
          >
            {on ? <Check className="size-3.5" aria-hidden /> : null}
            {content}
          </button>
        );
      })}
    </div>
  );
}
