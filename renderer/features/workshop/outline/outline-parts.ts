import type { LooseEntry } from '#contract/workshop/terms.ts';
import { valueAt } from '../entry-values.ts';

/** A part of an unfinished outline: every key may be missing. */
export type Part = Readonly<Record<string, unknown>>;

export function partsAt(entry: LooseEntry, path: string): Part[] {
  const value = valueAt(entry, path);
  return Array.isArray(value) ? value.filter((each) => typeof each === 'object' && each !== null) : [];
}

export const textIn = (part: Part, key: string): string => {
  const value = part[key];
  return typeof value === 'string' ? value : '';
};

export const textsIn = (part: Part, key: string): string[] => {
  const value = part[key];
  return Array.isArray(value) ? value.filter((each) => typeof each === 'string') : [];
};

export const partsIn = (part: Part, key: string): Part[] => {
  const value = part[key];
  return Array.isArray(value) ? value.filter((each) => typeof each === 'object' && each !== null) : [];
};

/** An id that no part has yet: a letter and the next free number. */
export function freeId(taken: readonly string[], letter: string): string {
  let next = taken.length + 1;
  while (taken.includes(`${letter}${next}`)) next += 1;
  return `${letter}${next}`;
}

/** Questions are counted, findings are not: 第 2 问, and a finding by its title. */
export function questionNumbers(nodes: readonly Part[]): ReadonlyMap<string, number> {
  const questions = nodes.filter((node) => textIn(node, 'type') !== 'finding');
  return new Map(questions.map((node, index) => [textIn(node, 'id'), index + 1]));
}
