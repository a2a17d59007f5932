import { createContext, type ReactNode, useContext, useEffect, useEffectEvent, useMemo } from 'react';
import { type Chord, chordOf, expandChord } from './chord.ts';
import { belongsToComposition, watchComposition } from './composition.ts';
import { type KeyPlace, keyboardMap, type ShortcutId } from './keyboard-map.ts';

/** `digit` is the number that was pressed, for the bindings over a range. Return false to let the key pass on. */
export type ShortcutHandler = (press: { digit: number }) => unknown;

interface Target {
  id: ShortcutId;
  place: KeyPlace;
  digit: number;
}

const targets = new Map<Chord, Target>(
  keyboardMap.flatMap(({ id, place, chords }) =>
    chords.flatMap((chord) =>
      expandChord(chord).map((each): [Chord, Target] => [each, { id, place, digit: Number(each.at(-1)) || 0 }]),
    ),
  ),
);

type Handlers = Map<ShortcutId, ShortcutHandler[]>;
const HandlersContext = createContext<Handlers | null>(null);

const isText = (element: Element | null) =>
  element instanceof HTMLElement &&
  (element.isContentEditable || element.matches('textarea, select, input:not([type=checkbox], [type=radio])'));

function worksHere(place: KeyPlace): boolean {
  if (place === 'always') return true;
  const focused = document.activeElement;
  if (document.querySelector('[role=dialog][data-modal]') !== null) return false;
  if (place === 'outsideText') return !isText(focused);
  if (place === 'search')
    return focused === document.body || focused === null || focused.hasAttribute('data-search-box');
  return true;
}

/** Hears every key once and hands it to the latest handler of its binding. */
export function ShortcutProvider({ children }: { children: ReactNode }) {
  const handlers = useMemo<Handlers>(() => new Map(), []);

  useEffect(() => {
    const mac = window.counterpartShell.platform === 'darwin';
    const stopWatching = watchComposition();
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented || belongsToComposition(event)) return;
      const target = targets.get(chordOf(event, mac) ?? '');
      if (!target || !worksHere(target.place)) return;
      const handler = handlers.get(target.id)?.at(-1);
      if (!handler || handler({ digit: target.digit }) === false) return;
      event.preventDefault();
    };
    window.addEventListener('keydown', onKeyDown);
    return () => {
      stopWatching();
      window.removeEventListener('keydown', onKeyDown);
    };
  }, [handlers]);

  return <HandlersContext value={handlers}>{children}</HandlersContext>;
}

/** Does what a key does without the key, where somebody on the screen answers to it. */
export function useShortcutRunner() {
  const handlers = useContext(HandlersContext);
  return useMemo(
    () => ({
      canRun: (id: ShortcutId) => (handlers?.get(id)?.length ?? 0) > 0,
      run: (id: ShortcutId) => void handlers?.get(id)?.at(-1)?.({ digit: 0 }),
    }),
    [handlers],
  );
}

/** Answers a key of the keyboard map while the component is on the screen. */
export function useShortcut(id: ShortcutId, handler: ShortcutHandler): void {
  const handlers = useContext(HandlersContext);
  const onPress = useEffectEvent(handler);
  useEffect(() => {
    if (handlers === null) return;
    const own: ShortcutHandler = (press) => onPress(press);
    handlers.set(id, [...(handlers.get(id) ?? []), own]);
    return () => {
      handlers.set(
        id,
        (handlers.get(id) ?? []).filter((each) => each !== own),
      );
    };
  }, [handlers, id]);
}
