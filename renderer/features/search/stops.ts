import type { NoticeInForce } from '#contract/search.ts';
import type { Jump } from './find-jumps.ts';
import type { Results } from './results.ts';

/** A row the arrows stop at. A line is copied by Enter; everything else is opened. */
export type Stop =
  | { kind: 'line'; key: string; entryId: string }
  | { kind: 'entry'; key: string; entryId: string }
  | { kind: 'notice'; key: string; notice: NoticeInForce }
  | { kind: 'jump'; key: string; jump: Jump };

export const LISTBOX_ID = 'desk-results';
export const optionId = (key: string) => `hit-${key}`;
export const entryKey = (entryId: string) => `entry:${entryId}`;
export const noticeKey = ({ alertId, entryId }: NoticeInForce) => `notice:${alertId}:${entryId}`;

/** Every row from top to bottom, as the eye goes. */
export function stopsOf(results: Results, jumps: readonly Jump[]): Stop[] {
  const lines = results.items.map(({ entryId }): Stop => ({ kind: 'line', key: entryId, entryId }));
  const jumping = jumps.map((jump): Stop => ({ kind: 'jump', key: jump.key, jump }));
  if (results.kind === 'atHand') return [...lines, ...jumping];
  return [
    ...results.notices.map((notice): Stop => ({ kind: 'notice', key: noticeKey(notice), notice })),
    ...lines,
    ...results.others.map(({ entryId }): Stop => ({ kind: 'entry', key: entryKey(entryId), entryId })),
    ...jumping,
  ];
}

/** Whether a line holds what was typed: then the first of them is chosen whatever else there is. */
export function lineFits(results: Results): boolean {
  return results.kind === 'atHand' || results.items.some((hit) => !hit.near);
}

/**
 * The row the list points at: the one chosen on purpose while it is there, else the first line. What is called exactly
 * as was typed goes before lines that only come near.
 */
export function selectedStop(
  results: Results | undefined,
  jumps: readonly Jump[],
  picked: string | null,
): Stop | undefined {
  if (!results) return undefined;
  const stops = stopsOf(results, jumps);
  const chosen = picked === null ? undefined : stops.find(({ key }) => key === picked);
  if (chosen) return chosen;
  const meant = lineFits(results) ? undefined : stops.find((stop) => stop.kind === 'jump' && stop.jump.exact);
  return meant ?? stops.find(({ kind }) => kind === 'line') ?? stops.find(({ kind }) => kind !== 'notice') ?? stops[0];
}
