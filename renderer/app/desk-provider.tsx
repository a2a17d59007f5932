import {
  createContext,
  type ReactNode,
  type RefObject,
  useContext,
  useEffect,
  useEffectEvent,
  useRef,
  useState,
  useSyncExternalStore,
} from 'react';
import { type DeskAction, type DeskState, deskOf, deskReducer } from './desk-state.ts';

interface DeskActions {
  readonly dispatch: (action: DeskAction) => void;
  readonly searchBox: RefObject<HTMLInputElement | null>;
  /** Puts the caret back into the search box with its text selected: the next search just types over it. */
  readonly focusSearch: () => void;
}

interface DeskHolder extends DeskActions {
  readonly read: () => DeskState;
  readonly subscribe: (listener: () => void) => () => void;
}

const DeskContext = createContext<DeskHolder | null>(null);

function holdDesk(personName: string, searchBox: RefObject<HTMLInputElement | null>): DeskHolder {
  const listeners = new Set<() => void>();
  let state = deskOf(personName);
  return {
    read: () => state,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    dispatch(action) {
      const next = deskReducer(state, action);
      if (next === state) return;
      state = next;
      for (const listener of [...listeners]) listener();
    },
    searchBox,
    focusSearch: () => {
      searchBox.current?.focus();
      searchBox.current?.select();
    },
  };
}

export function DeskProvider({ personName, children }: { personName: string; children: ReactNode }) {
  const searchBox = useRef<HTMLInputElement>(null);
  const [desk] = useState(() => holdDesk(personName, searchBox));
  return <DeskContext value={desk}>{children}</DeskContext>;
}

function useHolder(): DeskHolder {
  const desk = useContext(DeskContext);
  if (desk === null) throw new Error('DeskProvider is missing above this component');
  return desk;
}

/** What can be done at the desk. Who uses only this is not drawn anew with every letter in the search box. */
export function useDeskActions(): DeskActions {
  return useHolder();
}

/** One part of the desk's state; the component is drawn anew only when this part changes. */
export function useDeskPart<Part>(part: (state: DeskState) => Part): Part {
  const { read, subscribe } = useHolder();
  return useSyncExternalStore(subscribe, () => part(read()));
}

/** Hears what the search box holds, each time it changes, without being drawn anew for it. */
export function useOnTyped(heard: (text: string) => void): void {
  const { read, subscribe } = useHolder();
  const onTyped = useEffectEvent(heard);
  useEffect(() => {
    let before = read().text;
    return subscribe(() => {
      const { text } = read();
      if (text === before) return;
      before = text;
      onTyped(text);
    });
  }, [read, subscribe]);
}

interface Desk extends DeskActions {
  readonly state: DeskState;
}

/** Everything about the desk, for the few that draw all of it. */
export function useDesk(): Desk {
  const holder = useHolder();
  return { ...holder, state: useDeskPart(whole) };
}

const whole = (state: DeskState) => state;
