import clsx from 'clsx';
import type { ComponentProps } from 'react';

type Look = 'primary' | 'plain' | 'quiet' | 'danger';

const looks: Record<Look, string> = {
  primary: 'bg-accent text-accent-ink border-clear font-semibold hover:bg-accent-strong aria-disabled:hover:bg-accent',
  plain: 'bg-panel text-ink border-edge-strong hover:bg-hover',
  quiet: 'bg-clear text-ink-2 border-clear hover:bg-hover hover:text-ink',
  danger: 'bg-panel text-never border-never hover:bg-never-soft',
};

interface ButtonProps extends ComponentProps<'button'> {
  look?: Look;
  size?: 'base' | 'small';
}

/** The one button of the product; a screen has at most one `primary`. */
export function Button({ look = 'plain', size = 'base', className, type = 'button', ...rest }: ButtonProps) {
  return (
    <button
      type={type}
      className={clsx(
        'inline-flex items-center justify-center gap-2 rounded-base border whitespace-nowrap',
        'disabled:opacity-55 aria-disabled:opacity-55',
        size === 'base' ? 'min-h-9 px-3.5 py-1.5 text-body' : 'min-h-7 px-2.5 py-0.5 text-note',
        looks[look],
        className,
      )}
      {...rest}
    />
  );
}
