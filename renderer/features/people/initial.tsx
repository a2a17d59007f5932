import clsx from 'clsx';

/** A person's surname in a circle. */
export function Initial({ name, large = false }: { name: string; large?: boolean }) {
  return (
    <span
      aria-hidden="true"
      className={clsx(
        'grid shrink-0 place-items-center rounded-full bg-accent-soft font-semibold text-accent',
        large ? 'size-11 text-head' : 'size-6 text-small',
      )}
    >
      {[...name][0]}
    </span>
  );
}
