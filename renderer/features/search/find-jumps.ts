import Fuse from 'fuse.js';
import type { PlaceId } from '#renderer/app/desk-state.ts';
import type { ShortcutId } from '#renderer/app/keyboard-map.ts';

type JumpTarget =
  | { to: 'order'; workOrderId: string }
  | { to: 'person'; personId: string }
  | { to: 'place'; place: PlaceId }
  | { to: 'command'; command: ShortcutId };

/** Something of the desk itself that can be gone to from the search box. */
export interface Jump {
  readonly key: string;
  readonly target: JumpTarget;
  /** What Enter does, as the row says it. */
  readonly label: string;
  readonly hint: string;
  /** It is called exactly what was typed. */
  readonly exact: boolean;
}

export interface JumpCandidate extends Omit<Jump, 'exact'> {
  /** What it can be found by. */
  readonly names: readonly string[];
}

const SHOWN = 3;
/** One letter in five may be wrong: a short word has to be right. */
const THRESHOLD = 0.2;

/** The few that what was typed names, best first. */
export function findJumps(text: string, candidates: readonly JumpCandidate[]): Jump[] {
  const finder = new Fuse(candidates, { keys: ['names'], threshold: THRESHOLD, ignoreLocation: true });
  return finder.search(text, { limit: SHOWN }).map(({ item: { names, ...jump } }) => ({
    ...jump,
    exact: names.some((name) => name.toLowerCase() === text.toLowerCase()),
  }));
}
