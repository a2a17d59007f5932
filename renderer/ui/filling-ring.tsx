import clsx from 'clsx';

const AROUND = 2 * Math.PI * 15;
const strokes = { accent: 'stroke-accent', warn: 'stroke-warn', ok: 'stroke-ok' } as const;

interface FillingRingProps {
  /** How much of it is full, 0 to 1. */
  share: number;
  tone: keyof typeof strokes;
  className?: string;
}

/** A ring that fills with time; what it says stands in words beside it. */
export function FillingRing({ share, tone, className }: FillingRingProps) {
  return (
    <svg viewBox="0 0 36 36" className={clsx('-rotate-90', className)} aria-hidden>
      <circle cx="18" cy="18" r="15" fill="none" strokeWidth="3" className="stroke-edge" />
      <circle
        cx="18"
        cy="18"
        r="15"
        fill="none"
        strokeWidth="3"
        strokeDasharray={AROUND}
        strokeDashoffset={AROUND * (1 - share)}
        className={strokes[tone]}
      />
    </svg>
  );
}
