/** A key with its modifiers, in the order Mod, Alt, Shift: `Mod+Shift+1`, `Alt+ArrowLeft`, `/`. `Mod` is Ctrl, on a Mac ⌘. */
export type Chord = string;

interface KeyPress {
  key: string;
  code: string;
  ctrlKey: boolean;
  metaKey: boolean;
  altKey: boolean;
  shiftKey: boolean;
}

const DIGIT = /^(?:Digit|Numpad)(\d)$/;

/** Names what was pressed. Digits go by their place on the keyboard, because Shift and layouts change their character. */
export function chordOf(press: KeyPress, mac: boolean): Chord | null {
  const [mod, foreign] = mac ? [press.metaKey, press.ctrlKey] : [press.ctrlKey, press.metaKey];
  if (foreign) return null;
  const digit = DIGIT.exec(press.code)?.[1];
  const typed = press.key.length === 1 ? press.key.toUpperCase() : press.key;
  const byPlace = digit !== undefined && (mod || press.altKey);
  const key = byPlace ? digit : typed;
  // A printed sign like `/` or `?` already says whether Shift was needed.
  const printedSign = !byPlace && press.key.length === 1 && !/\p{L}/u.test(press.key);
  const shift = press.shiftKey && !printedSign;
  return `${mod ? 'Mod+' : ''}${press.altKey ? 'Alt+' : ''}${shift ? 'Shift+' : ''}${key}`;
}

/** `Mod+1-9` stands for nine chords. */
export function expandChord(chord: Chord): Chord[] {
  const range = /^(.*?)(\d)-(\d)$/.exec(chord);
  if (!range) return [chord];
  const [, modifiers = '', from = '1', to = '1'] = range;
  return Array.from({ length: Number(to) - Number(from) + 1 }, (_, index) => `${modifiers}${Number(from) + index}`);
}

const signs: Record<string, string> = {
  ArrowUp: '↑',
  ArrowDown: '↓',
  ArrowLeft: '←',
  ArrowRight: '→',
  Escape: 'Esc',
  PageUp: 'PgUp',
  PageDown: 'PgDn',
};

/** The chord as the keyboard prints it: `Ctrl Enter`, `Ctrl 1–9`, on a Mac `⌘ Enter`. */
export function printChord(chord: Chord, mac: boolean): string {
  const parts = chord.split('+').map((part) => {
    if (part === 'Mod') return mac ? '⌘' : 'Ctrl';
    if (part === 'Alt') return mac ? '⌥' : 'Alt';
    return signs[part] ?? part.replace('-', '–');
  });
  return parts.join(' ');
}
