import clsx from 'clsx';
import { printChord } from '#renderer/app/chord.ts';
import { chordFor, type ShortcutId } from '#renderer/app/keyboard-map.ts';

const mac = () => window.counterpartShell.platform === 'darwin';

/** A key cap. On a filled button (`bare`) it takes the button's colour. */
export function Kbd({ children, bare = false }: { children: string; bare?: boolean }) {
  return (
    <kbd
      className={clsx(
        'figures inline-block rounded-small border border-b-2 px-1.5 py-px font-sans text-small whitespace-nowrap',
        bare ? 'border-current' : 'border-edge-strong bg-sunken text-ink-2',
      )}
    >
      {children}
    </kbd>
  );
}

/** The key caps of a binding of the keyboard map. */
export function KeyOf({ id, bare = false }: { id: ShortcutId; bare?: boolean }) {
  return <Kbd bare={bare}>{printChord(chordFor(id), mac())}</Kbd>;
}
