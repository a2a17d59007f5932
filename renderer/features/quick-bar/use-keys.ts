import { useEffect, useEffectEvent } from 'react';
import { chordOf } from '#renderer/app/chord.ts';
import { belongsToComposition } from '#renderer/app/composition.ts';

export type KeyActions = Readonly<Record<string, () => unknown>>;

/** Hears the keys of the bar by their chords; an action that answers false lets its key pass on. Nothing while an input method is choosing. */
export function useKeys(actions: KeyActions): void {
  const run = useEffectEvent((chord: string) => {
    const action = actions[chord];
    return action !== undefined && action() !== false;
  });
  useEffect(() => {
    const mac = window.quickBarShell.platform === 'darwin';
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented || belongsToComposition(event)) return;
      if (run(chordOf(event, mac) ?? '')) event.preventDefault();
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, []);
}
