import { type ReactNode, useId } from 'react';

/** A part of the sheet under its heading. */
export function SheetPart({ title, children }: { title: string; children: ReactNode }) {
  const id = useId();
  return (
    <section aria-labelledby={id} className="flex flex-col gap-1.5">
      <h3 id={id} className="text-note font-semibold text-ink-2">
        {title}
      </h3>
      {children}
    </section>
  );
}
