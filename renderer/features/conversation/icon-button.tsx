import clsx from 'clsx';
import type { LucideIcon } from 'lucide-react';
import type { ComponentProps } from 'react';

interface IconButtonProps extends ComponentProps<'button'> {
  icon: LucideIcon;
  label: string;
  on?: boolean;
}

/** A square button with nothing but its icon; its name is read aloud and shown on hovering. */
export function IconButton({ icon: Icon, label, on = false, className, ...rest }: IconButtonProps) {
  return (
    <button
      type="button"
      aria-label={label}
      title={label}
      className={clsx(
        'grid size-7 shrink-0 place-items-center rounded-small hover:bg-hover hover:text-ink',
        on ? 'text-accent' : 'text-ink-2',
        className,
      )}
      {...rest}
    >
      <Icon className="size-[1.125rem]" aria-hidden />
    </button>
  );
}
