import type { LineUse } from '#contract/library.ts';

/** The gap that is being asked for, and what was meant to happen with the line once nothing is missing. */
export interface Asking {
  readonly name: string;
  readonly meant: LineUse['how'] | null;
}

/** The gap to ask for after `current`: the next open one in reading order, from the top again after the last. */
export function nextGap(missing: readonly string[], order: readonly string[], current: string | null): string | null {
  const open = order.filter((name, index) => missing.includes(name) && order.indexOf(name) === index);
  const others = open.filter((name) => name !== current);
  if (current === null) return others[0] ?? null;
  const at = order.indexOf(current);
  return others.find((name) => order.indexOf(name) > at) ?? others[0] ?? null;
}
