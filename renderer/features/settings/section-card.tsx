import type { ReactNode } from 'react';

interface SectionCardProps {
  heading: string;
  intro?: string;
  children: ReactNode;
}

/** One matter of the settings, on its own card. */
export function SectionCard({ heading, intro, children }: SectionCardProps) {
  return (
    <section className="rounded-large border border-edge bg-panel px-5 py-4">
      <h2 className="text-body font-semibold">{heading}</h2>
      {intro === undefined ? null : <p className="text-note text-ink-2">{intro}</p>}
      <div className="mt-3">{children}</div>
    </section>
  );
}
