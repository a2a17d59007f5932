import clsx from 'clsx';
import { type ReactNode, useId } from 'react';

interface SmallTextProps {
  label: string;
  value: string;
  onChange: (value: string) => void;
  /** The label is read out but not seen: the place says what it is. */
  bare?: boolean;
  placeholder?: string;
  maxLength?: number;
  strong?: boolean;
  path?: string;
  onLeave?: () => void;
}

/** A text of an outline, one line high until it needs more. */
export function SmallText(props: SmallTextProps) {
  const { label, value, onChange, bare, placeholder, maxLength, strong, path, onLeave } = props;
  const id = useId();
  return (
    <div className="min-w-0 flex-1" data-path={path}>
      <label htmlFor={id} className={bare ? 'sr-only' : 'text-small text-ink-2'}>
        {label}
      </label>
      <textarea
        id={id}
        rows={1}
        lang="zh-CN"
        maxLength={maxLength}
        placeholder={placeholder}
        value={value}
        onChange={(event) => onChange(event.target.value.replaceAll('\n', ''))}
        onBlur={onLeave}
        className={clsx(
          'field-sizing-content block min-h-8 w-full resize-none rounded-base border border-edge-field bg-panel px-2.5 py-1 text-ink placeholder:text-ink-3',
          strong ? 'text-body font-semibold' : 'text-note',
        )}
      />
    </div>
  );
}

interface SmallChoiceProps {
  label: string;
  value: string;
  options: readonly { value: string; label: string }[];
  onChange: (value: string) => void;
  bare?: boolean;
  /** It still has to be chosen. */
  open?: boolean;
  path?: string;
}

/** One out of a list, small; the system's own list, which any keyboard works. */
export function SmallChoice({ label, value, options, onChange, bare, open, path }: SmallChoiceProps) {
  const id = useId();
  return (
    <div className="min-w-0 flex-1" data-path={path}>
      <label htmlFor={id} className={bare ? 'sr-only' : 'text-small text-ink-2'}>
        {label}
      </label>
      <select
        id={id}
        value={value}
        onChange={(event) => onChange(event.target.value)}
        className={clsx(
          'h-8 w-full min-w-0 rounded-base border bg-panel px-1.5 text-note',
          open ? 'border-warn font-semibold text-warn' : 'border-edge-field text-ink',
        )}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </div>
  );
}

interface TickProps {
  checked: boolean;
  onChange: (checked: boolean) => void;
  children: ReactNode;
}

export function Tick({ checked, onChange, children }: TickProps) {
  return (
    <label className="flex min-h-7 items-center gap-1.5 text-note whitespace-nowrap">
      <input
        type="checkbox"
        className="size-4 shrink-0 accent-accent"
        checked={checked}
        onChange={(event) => onChange(event.target.checked)}
      />
      {children}
    </label>
  );
}
