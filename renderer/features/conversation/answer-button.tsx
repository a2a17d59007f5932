import clsx from 'clsx';
import { printChord } from '#renderer/app/chord.ts';
import { Kbd } from '#renderer/ui/kbd.tsx';

interface AnswerButtonProps {
  label: string;
  /** Position from 1, for its key; beyond 9 there is none. */
  number: number;
  quiet?: boolean;
  onChoose: () => void;
}

/** One answer with its key: Alt and its number. */
export function AnswerButton({ label, number, quiet = false, onChoose }: AnswerButtonProps) {
  const mac = window.counterpartShell.platform === 'darwin';
  return (
    <button
      type="button"
      onClick={onChoose}
      className={clsx(
        'flex min-h-9 items-center justify-between gap-1.5 rounded-base border border-edge-strong bg-panel px-2.5 py-1 text-left text-note hover:border-accent hover:bg-hover',
        quiet ? 'text-ink-2' : 'text-ink',
      )}
    >
      <span lang="zh-CN">{label}</span>
      {number <= 9 ? (
        <span aria-hidden="true">
          <Kbd>{printChord(`Alt+${number}`, mac)}</Kbd>
        </span>
      ) : null}
    </button>
  );
}
