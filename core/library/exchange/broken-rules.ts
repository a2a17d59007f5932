import { isDeepStrictEqual } from 'node:util';
import type { RowFault } from '#contract/import-reasons.ts';
import type { Entry } from '#contract/library/release.ts';
import type { Fault, LibraryView } from '../validate/fault.ts';
import { forbiddenExamples, forbiddenInWording } from '../validate/forbidden-wording.ts';
import { nearDuplicates } from '../validate/near-duplicates.ts';
import { rules } from '../validate/validate-library.ts';
import { type Headings, ruleFault } from './row-fault.ts';
import type { LibrarySnapshot } from './snapshot.ts';

/** Wording that is nearly the same is for an author to weigh, once it stands in the library; it turns no row down. */
const rowRules = rules.filter((rule) => rule !== nearDuplicates);

/** The faults that the accepted entries would bring into the library, by entry id. Faults it has already are not theirs. */
export function brokenRules(
  accepted: readonly { packId: string; entry: Entry }[],
  library: LibrarySnapshot,
  headingsOf: (entryId: string) => Headings,
): Map<string, RowFault[]> {
  if (accepted.length === 0) return new Map();
  const theirs = new Map(accepted.map((item) => [item.entry.id, item]));
  const kept = library.entries.filter(({ entry }) => !theirs.has(entry.id));
  const found = faultsOf({ packs: library.packs, entries: [...kept, ...accepted] }, theirs);
  if (found.length === 0) return new Map();
  const before = new Set(faultsOf(library, theirs).map(faultKey));
  const broken = new Map<string, RowFault[]>();
  for (const fault of found) {
    if (before.has(faultKey(fault))) continue;
    const faults = broken.get(fault.entryId) ?? [];
    const told = ruleFault(fault, headingsOf(fault.entryId));
    const known = faults.some((other) => isDeepStrictEqual(other, told));
    if (!known && faults.length < 8) broken.set(fault.entryId, [...faults, told]);
  }
  return broken;
}

function faultsOf(library: LibraryView, of: ReadonlyMap<string, unknown>): Fault[] {
  const faults = rowRules.flatMap((rule) => rule(library)).filter(({ entryId }) => of.has(entryId));
  if (faults.some(({ rule }) => rule === 'forbiddenPatterns')) return faults;
  const own = { ...library, entries: library.entries.filter(({ entry }) => of.has(entry.id)) };
  const wordings = [...forbiddenExamples(own), ...forbiddenInWording(library)];
  return [...faults, ...wordings.filter(({ entryId }) => of.has(entryId))];
}

function faultKey({ rule, entryId, reason }: Fault): string {
  return `${rule}\n${entryId}\n${reason}`;
}
