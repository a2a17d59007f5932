import type { HotkeyState } from '#contract/shell.ts';

/** The part of the system that gives keys to one program before all others. */
export interface GlobalKeys {
  /** False when the system does not give the keys, because another program has them. */
  register(keys: string, onPress: () => void): boolean;
  unregister(keys: string): void;
}

export interface Hotkey {
  state(): HotkeyState;
  /** Takes other keys, or none. Where they are not to be had the ones before stay, and the answer names what was refused. */
  change(keys: string | null): HotkeyState;
  /** Tries once more for keys that another program had. */
  retry(): HotkeyState;
}

/** Holds at most one hotkey, and never says that it has keys which the system refused. */
export function holdHotkey(system: GlobalKeys, first: string | null, onPress: () => void): Hotkey {
  let keys = first;
  let held = false;

  const take = (wanted: string): boolean => {
    try {
      return system.register(wanted, onPress);
    } catch {
      // Keys that this system does not know are as little to be had as taken ones.
      return false;
    }
  };
  const state = (): HotkeyState => ({ hotkey: keys, held, refused: null });
  const retry = (): HotkeyState => {
    if (keys !== null && !held) held = take(keys);
    return state();
  };

  retry();
  return {
    state,
    retry,
    change(next) {
      if (next === keys) return retry();
      if (next !== null && !take(next)) return { ...state(), refused: next };
      if (keys !== null && held) system.unregister(keys);
      keys = next;
      held = next !== null;
      return state();
    },
  };
}
