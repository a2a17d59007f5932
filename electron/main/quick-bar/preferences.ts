import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { hotkeySchema, quickBarPlaceSchema } from '#contract/quick-bar/terms.ts';
import { writeWholeFile } from '../write-whole-file.ts';

const preferencesSchema = z.object({
  /** Null where no key opens the bar. */
  hotkey: hotkeySchema.nullable(),
  place: quickBarPlaceSchema,
  /** Somebody has used the bar on this PC: it is made ready in a quiet moment instead of at the first press. */
  used: z.boolean(),
});
/** What this PC remembers of its quick bar. Which keys are free depends on the PC, not on who sits at it. */
export type QuickBarPreferences = z.infer<typeof preferencesSchema>;

/** On a Mac Control+Alt+Space changes the input source. */
const defaultHotkey = (platform: NodeJS.Platform): string =>
  platform === 'darwin' ? 'Control+Shift+Space' : 'Control+Alt+Space';

/** The preferences in the file, or the first ones where there is none or somebody damaged it. */
export function readPreferences(file: string, platform: NodeJS.Platform): QuickBarPreferences {
  try {
    return preferencesSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    return { hotkey: defaultHotkey(platform), place: 'floating', used: false };
  }
}

let written: Promise<void> = Promise.resolve();

/** Keeps the preferences, one writing after the other. */
export function writePreferences(file: string, preferences: QuickBarPreferences): Promise<void> {
  const write = () => writeWholeFile(file, Buffer.from(JSON.stringify(preferences)));
  written = written.then(write, write);
  return written;
}
