import clsx from 'clsx';
import { type ComponentProps, type ReactNode, useId } from 'react';

interface FieldProps extends ComponentProps<'input'> {
  label: string;
  hint?: ReactNode;
  /** What is wrong with the present content; shown under it, in its place in the reading order. */
  problem?: string | null;
}

/** A labelled text field with its hint and its problem underneath. */
export function Field({ label, hint, problem, className, ...rest }: FieldProps) {
  const id = useId();
  const described = [hint ? `${id}-hint` : '', problem ? `${id}-problem` : ''].filter(Boolean).join(' ');
  return (
    <div className={clsx('flex flex-col gap-1', className)}>
      <label htmlFor={id} className="text-note text-ink-2">
        {label}
      </label>
      <input
        id={id}
        aria-invalid={problem ? true : undefined}
        aria-describedby={described || undefined}
        className={clsx(
          'h-10 w-full rounded-base border bg-panel px-3 text-field text-ink placeholder:text-ink-3',
          problem ? 'border-never' : 'border-edge-field',
        )}
        {...rest}
      />
      {hint ? (
        <p id={`${id}-hint`} className="text-small text-ink-3">
          {hint}
        </p>
      ) : null}
      {problem ? (
        <p id={`${id}-problem`} role="alert" className="text-note text-never">
          {problem}
        </p>
      ) : null}
    </div>
  );
}
