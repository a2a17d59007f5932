import clsx from 'clsx';
import type { ReactNode } from 'react';

type Tone = 'plain' | 'accent' | 'warn' | 'never';

const tones: Record<Tone, string> = {
  plain: 'border-edge text-ink-2',
  accent: 'border-clear bg-accent-soft text-accent font-semibold',
  warn: 'border-clear bg-warn-soft text-warn font-semibold',
  never: 'border-clear bg-never-soft text-never font-semibold',
};

export function Chip({ tone = 'plain', children }: { tone?: Tone; children: ReactNode }) {
  return (
    <span
      className={clsx(
        'inline-flex items-center gap-1 rounded-full border px-2.5 py-px text-small whitespace-nowrap',
        tones[tone],
      )}
    >
      {children}
    </span>
  );
}
