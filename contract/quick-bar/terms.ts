import { z } from 'zod';

/** Where the bar lies: over the work in the middle of the screen, or as a slim column at one of its edges. */
export const quickBarPlaceSchema = z.enum(['floating', 'left', 'right']);
export type QuickBarPlace = z.infer<typeof quickBarPlaceSchema>;

const PLAIN_KEY = /^(?:Control|Command|Super|Alt)\+(?:(?:Control|Command|Super|Alt|Shift)\+){1,2}(?:[A-Z0-9]|Space)$/;
const FUNCTION_KEY = /^(?:(?:Control|Command|Super|Alt|Shift)\+){1,3}F(?:[1-9]|1[0-2])$/;

/**
 * Keys that may be taken from every other program, as Electron writes them: `Control+Alt+Space`. One modifier is enough only
 * before a function key: with fewer, some other program would miss its own.
 */
export const hotkeySchema = z.string().refine((keys) => {
  const modifiers = keys.split('+').slice(0, -1);
  return new Set(modifiers).size === modifiers.length && (PLAIN_KEY.test(keys) || FUNCTION_KEY.test(keys));
}, 'keys that other programs do not need');
