import { clipboard, globalShortcut } from 'electron';
import { z } from 'zod';
import { hotkeySchema, quickBarPlaceSchema } from '#contract/quick-bar/terms.ts';
import type { OpenMessage, QuickBarSettings } from '#contract/shell.ts';
import { answerFrom, clipboardTextSchema } from '../shell-answers.ts';
import { type Hotkey, holdHotkey } from './hotkey.ts';
import { readPreferences, writePreferences } from './preferences.ts';
import { quickBarWindow } from './quick-bar-window.ts';

/** The desk comes first: the bar is made ready only when it has had time to settle. */
const QUIET_AFTER_MS = 8_000;

const changeSchema = z.strictObject({
  hotkey: hotkeySchema.nullable().optional(),
  place: quickBarPlaceSchema.optional(),
});
const sizeSchema = z.strictObject({ width: z.number().min(200).max(2_000), height: z.number().min(120).max(2_000) });
const deskTargetSchema = z.strictObject({
  entryId: z.string().max(200).optional(),
  text: z.string().max(10_000).optional(),
});

export interface QuickBarOptions {
  preloadFile: string;
  iconFile: string;
  preferencesFile: string;
  /** The desk in front, at a line or with a search. */
  openDesk(target: Extract<OpenMessage['open'], { place: 'desk' }>): void;
  log(message: string): void;
}

export interface QuickBar {
  open(): void;
  /** The desk is up: where the bar is in use it is made ready soon, so that the next press finds it. */
  deskReady(): void;
  /** The desk's window is gone, and the bar goes with it. */
  deskClosed(): void;
}

/** The quick bar whole: its hotkey, its window, what this PC remembers of it, and what windows may ask of it. */
export function quickBar(options: QuickBarOptions): QuickBar {
  const { preferencesFile: file, log } = options;
  let preferences = readPreferences(file, process.platform);
  let soon: NodeJS.Timeout | undefined;

  const remember = (part: Partial<typeof preferences>): void => {
    preferences = { ...preferences, ...part };
    writePreferences(file, preferences).catch((error: unknown) => log(`the quick bar's file: ${String(error)}`));
  };
  const window = quickBarWindow({ ...options, place: () => preferences.place });
  const open = (): void => {
    if (!preferences.used) remember({ used: true });
    window.show();
  };
  const hotkey: Hotkey = holdHotkey(globalShortcut, preferences.hotkey, () =>
    window.isInUse() ? window.hide() : open(),
  );
  if (!hotkey.state().held && preferences.hotkey !== null) log(`the hotkey ${preferences.hotkey} is not to be had`);

  const settings = (held = hotkey.retry()): QuickBarSettings => ({ ...held, place: preferences.place });
  answerFrom('desk', 'quickBar:settings', () => settings());
  answerFrom('desk', 'quickBar:open', () => open());
  answerFrom('desk', 'quickBar:change', (_event, given) => {
    const change = changeSchema.parse(given);
    const held = change.hotkey === undefined ? hotkey.retry() : hotkey.change(change.hotkey);
    remember({ hotkey: held.hotkey, ...(change.place === undefined ? {} : { place: change.place }) });
    if (change.place !== undefined) window.move();
    return settings(held);
  });

  answerFrom('quickBar', 'quickBar:fit', (_event, size) => window.fit(sizeSchema.parse(size)));
  answerFrom('quickBar', 'quickBar:putAway', () => window.hide());
  answerFrom('quickBar', 'quickBar:goBack', () => window.leave());
  answerFrom('quickBar', 'quickBar:copyText', (_event, text) => clipboard.writeText(clipboardTextSchema.parse(text)));
  answerFrom('quickBar', 'quickBar:move', (_event, place) => {
    remember({ place: quickBarPlaceSchema.parse(place) });
    window.move();
  });
  answerFrom('quickBar', 'quickBar:openDesk', (_event, target) => {
    const { entryId, text } = deskTargetSchema.parse(target);
    window.leave();
    options.openDesk({
      place: 'desk',
      ...(entryId === undefined ? {} : { entryId }),
      ...(text === undefined ? {} : { text }),
    });
  });

  return {
    open,
    deskReady() {
      if (preferences.used && soon === undefined) soon = setTimeout(window.prepare, QUIET_AFTER_MS);
    },
    deskClosed() {
      clearTimeout(soon);
      soon = undefined;
      window.destroy();
    },
  };
}
