import {
  createContext,
  type Dispatch,
  type ReactNode,
  type RefObject,
  useContext,
  useMemo,
  useReducer,
  useRef,
} from 'react';
import { type DeskAction, type DeskState, deskOf, deskReducer } from './desk-state.ts';

interface Desk {
  readonly state: DeskState;
  readonly dispatch: Dispatch<DeskAction>;
  readonly searchBox: RefObject<HTMLInputElement | null>;
  /** Puts the caret back into the search box with its text selected: the next search just types over it. */
  readonly focusSearch: () => void;
}

const DeskContext = createContext<Desk | null>(null);

export function DeskProvider({ personName, children }: { personName: string; children: ReactNode }) {
  const [state, dispatch] = useReducer(deskReducer, personName, deskOf);
  const searchBox = useRef<HTMLInputElement>(null);
  const desk = useMemo<Desk>(
    () => ({
      state,
      dispatch,
      searchBox,
      focusSearch: () => {
        searchBox.current?.focus();
        searchBox.current?.select();
      },
    }),
    [state],
  );
  return <DeskContext value={desk}>{children}</DeskContext>;
}

export function useDesk(): Desk {
  const desk = useContext(DeskContext);
  if (desk === null) throw new Error('DeskProvider is missing above this component');
  return desk;
}
