interface KeyPress {
  code: string;
  ctrlKey: boolean;
  metaKey: boolean;
  altKey: boolean;
  shiftKey: boolean;
}

const KEY = /^(?:Key([A-Z])|Digit(\d)|(Space)|(F(?:[1-9]|1[0-2])))$/;

/** The keys that were pressed, as the shell names them: `Control+Alt+Space`. Null while only modifiers, or a key that cannot be one, is down. */
export function hotkeyOf(press: KeyPress, mac: boolean): string | null {
  const match = KEY.exec(press.code);
  const key = match?.slice(1).find((part) => part !== undefined);
  if (key === undefined) return null;
  const modifiers = [
    ...(press.ctrlKey ? ['Control'] : []),
    ...(press.metaKey ? [mac ? 'Command' : 'Super'] : []),
    ...(press.altKey ? ['Alt'] : []),
    ...(press.shiftKey ? ['Shift'] : []),
  ];
  return [...modifiers, key].join('+');
}

const onMac: Record<string, string> = { Control: '⌃', Command: '⌘', Alt: '⌥', Shift: '⇧' };
const elsewhere: Record<string, string> = { Control: 'Ctrl', Super: 'Win' };

/** The same as the keyboard prints it: `Ctrl Alt Space`. */
export function printHotkey(keys: string, mac: boolean): string {
  return keys
    .split('+')
    .map((part) => (mac ? onMac : elsewhere)[part] ?? part)
    .join(' ');
}
