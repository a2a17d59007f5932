import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Release } from '#contract/library/release.ts';
import type { ReleaseFault } from '#contract/releases.ts';
import { ruleFault } from '#core/library/exchange/fault-text.ts';
import type { Fault } from '#core/library/validate/fault.ts';
import { forbiddenExamples, forbiddenInWording } from '#core/library/validate/forbidden-wording.ts';
import { nearDuplicates } from '#core/library/validate/near-duplicates.ts';
import { rules } from '#core/library/validate/validate-library.ts';

/** Wording that is nearly the same is for people to weigh; the list of changes shows it to both who sign. */
const binding = rules.filter((rule) => rule !== nearDuplicates);
const FAULTS_SHOWN = 50;

/** Which rules of the library a release breaks that the one before it did not. A slice a rule: keystrokes come between. */
export async function brokenBy(before: Release, after: Release): Promise<ReleaseFault[]> {
  const found = await faultsOf(after);
  if (found.length === 0) return [];
  const known = new Set((await faultsOf(before)).map(keyOf));
  const titles = new Map(after.entries.map(({ entry }) => [entry.id, entry.title]));
  const fresh = found.filter((fault) => !known.has(keyOf(fault)));
  return fresh.slice(0, FAULTS_SHOWN).map((fault) => ({
    entryId: fault.entryId,
    title: titles.get(fault.entryId) ?? fault.entryId,
    reason: ruleFault(fault, {}).reason,
  }));
}

async function faultsOf(release: Release): Promise<Fault[]> {
  const faults: Fault[] = [];
  for (const rule of binding) {
    await nextTurn();
    faults.push(...rule(release));
  }
  if (faults.some(({ rule }) => rule === 'forbiddenPatterns')) return faults;
  await nextTurn();
  return [...faults, ...forbiddenExamples(release), ...forbiddenInWording(release)];
}

const keyOf = ({ rule, entryId, path, reason }: Fault): string => JSON.stringify([rule, entryId, path, reason]);
