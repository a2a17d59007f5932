import clsx from 'clsx';
import { CircleAlert, Info, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';

type Tone = 'warn' | 'never' | 'plain';

const tones: Record<Tone, string> = {
  warn: 'bg-warn-soft text-warn',
  never: 'bg-never-soft text-never',
  plain: 'bg-sunken text-ink-2',
};
const icons = { warn: TriangleAlert, never: CircleAlert, plain: Info };

interface BannerProps {
  tone: Tone;
  title: string;
  children?: ReactNode;
  action?: ReactNode;
}

/** A stretch across its container that says what is the matter and what to do. */
export function Banner({ tone, title, children, action }: BannerProps) {
  const Icon = icons[tone];
  return (
    <div
      role={tone === 'plain' ? 'note' : 'alert'}
      className={clsx('flex flex-wrap items-start gap-x-3 gap-y-2 rounded-base px-3.5 py-2.5', tones[tone])}
    >
      <Icon className="mt-0.5 size-[1.125rem] shrink-0" aria-hidden />
      <div className="min-w-0 flex-1 basis-48">
        <p className="text-body font-semibold">{title}</p>
        {children ? <div className="text-note text-ink">{children}</div> : null}
      </div>
      {action}
    </div>
  );
}
