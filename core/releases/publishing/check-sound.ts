import type { Release } from '#contract/library/release.ts';
import type { Fault } from '#core/library/validate/fault.ts';
import { forbiddenExamples, forbiddenInWording } from '#core/library/validate/forbidden-wording.ts';
import { nearDuplicates } from '#core/library/validate/near-duplicates.ts';
import { rules } from '#core/library/validate/validate-library.ts';

/** Wording that is nearly the same is for people to weigh; the list of changes shows it to both who sign. */
const binding = rules.filter((rule) => rule !== nearDuplicates);
const FAULTS_SHOWN = 50;

/** What a rule found, with the title of the entry that a person knows it by. */
export interface BrokenRule {
  readonly title: string;
  readonly fault: Fault;
}

/** Which rules of the library a release breaks that the one before it did not. Takes a third of a second a rule. */
export function brokenBy(before: Release, after: Release): BrokenRule[] {
  const found = faultsOf(after);
  if (found.length === 0) return [];
  const known = new Set(faultsOf(before).map(keyOf));
  const titles = new Map(after.entries.map(({ entry }) => [entry.id, entry.title]));
  const fresh = found.filter((fault) => !known.has(keyOf(fault)));
  return fresh.slice(0, FAULTS_SHOWN).map((fault) => ({ fault, title: titles.get(fault.entryId) ?? fault.entryId }));
}

function faultsOf(release: Release): Fault[] {
  const faults = binding.flatMap((rule) => rule(release));
  if (faults.some(({ rule }) => rule === 'forbiddenPatterns')) return faults;
  return [...faults, ...forbiddenExamples(release), ...forbiddenInWording(release)];
}

const keyOf = ({ rule, entryId, path, reason }: Fault): string => JSON.stringify([rule, entryId, path, reason]);
