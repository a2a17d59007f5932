import type { ReactNode } from 'react';

interface EmptyStateProps {
  title: string;
  /** What to do now. */
  children?: ReactNode;
  icon?: ReactNode;
}

/** Says that nothing is here and what to do about it. */
export function EmptyState({ title, children, icon }: EmptyStateProps) {
  return (
    <div className="mx-auto flex max-w-sm flex-col items-center gap-2 px-4 py-10 text-center">
      {icon ? <span className="text-ink-3">{icon}</span> : null}
      <p className="text-head font-semibold text-ink">{title}</p>
      {children ? <div className="flex flex-col items-center gap-3 text-note text-ink-2">{children}</div> : null}
    </div>
  );
}
