import { type ReactNode, useId } from 'react';

interface PartProps {
  title: string;
  /** Something short at the right of the heading. */
  aside?: ReactNode;
  children: ReactNode;
  lang?: string;
}

/** A part of the column under its small heading. */
export function Part({ title, aside, children, lang }: PartProps) {
  const id = useId();
  return (
    <section aria-labelledby={id} className="min-w-0" lang={lang}>
      <div className="mb-1.5 flex items-baseline justify-between gap-2">
        <h3 id={id} className="text-small font-semibold text-ink-3">
          {title}
        </h3>
        {aside}
      </div>
      {children}
    </section>
  );
}
