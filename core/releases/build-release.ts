import { createHash } from 'node:crypto';
import { type Entry, type Release, type ReleasedEntry, releaseSchema } from '#contract/library/release.ts';
import type { ApprovedChange } from '#contract/releases/terms.ts';
import { canonicalBytes } from '#ledger/canonical.ts';

/** What became of one entry. */
export interface EntryChanged {
  readonly entryId: string;
  readonly how: 'added' | 'changed' | 'withdrawn';
  readonly before: Entry | null;
  readonly after: Entry;
  readonly packId: string;
}

/** An approved change that cannot be made to this release. */
export class ChangeImpossible extends Error {
  override readonly name = 'ChangeImpossible';
  readonly entryId: string;
  constructor(entryId: string, reason: string) {
    super(`${entryId}: ${reason}`);
    this.entryId = entryId;
  }
}

/** The next release: the current one with the approved changes made, each with the next version of its entry. Throws ChangeImpossible. */
export function buildRelease(
  current: Release,
  approved: readonly ApprovedChange[],
  version: string,
): { release: Release; changes: EntryChanged[] } {
  const byId = new Map(current.entries.map((released) => [released.entry.id, released]));
  for (const change of approved) {
    const entryId = change.kind === 'put' ? change.entry.id : change.entryId;
    const before = byId.get(entryId);
    if (change.kind === 'withdraw' && before === undefined)
      throw new ChangeImpossible(entryId, 'there is no such entry');
    const next = change.kind === 'put' ? put(change, before) : withdrawn(change, before as ReleasedEntry);
    byId.set(entryId, { ...next, entryHash: entryHashOf(next.entry) });
  }
  const entries = [...byId.values()].sort((a, b) => (a.entry.id < b.entry.id ? -1 : 1));
  const release = releaseSchema.parse({ ...current, version, entries });
  return { release, changes: compareReleases(current, release) };
}

function put(change: Extract<ApprovedChange, { kind: 'put' }>, before: ReleasedEntry | undefined) {
  const { entry, packId, why } = change;
  const provenance = {
    ...entry.provenance,
    review: 'approved' as const,
    version: (before?.entry.provenance.version ?? 0) + 1,
    changeNote: why,
  };
  return { packId: before?.packId ?? packId, entry: { ...entry, provenance } };
}

function withdrawn(change: Extract<ApprovedChange, { kind: 'withdraw' }>, before: ReleasedEntry) {
  const { replacedBy: _former, ...provenance } = before.entry.provenance;
  return {
    packId: before.packId,
    entry: {
      ...before.entry,
      provenance: {
        ...provenance,
        review: 'withdrawn' as const,
        version: provenance.version + 1,
        changeNote: change.why,
        ...(change.replacedBy === undefined ? {} : { replacedBy: change.replacedBy }),
      },
    },
  };
}

export const entryHashOf = (entry: Entry): string => createHash('sha256').update(canonicalBytes(entry)).digest('hex');

const isWithdrawn = (entry: Entry): boolean => entry.provenance.review === 'withdrawn';

/** What differs between two releases, in the order of the later one. */
export function compareReleases(before: Release, after: Release): EntryChanged[] {
  const old = new Map(before.entries.map((released) => [released.entry.id, released]));
  return after.entries.flatMap(({ entry, entryHash, packId }): EntryChanged[] => {
    const was = old.get(entry.id);
    if (was?.entryHash === entryHash) return [];
    const gone = isWithdrawn(entry);
    if (was === undefined && gone) return [];
    const how = was === undefined || (isWithdrawn(was.entry) && !gone) ? 'added' : gone ? 'withdrawn' : 'changed';
    return [{ entryId: entry.id, how, before: was?.entry ?? null, after: entry, packId }];
  });
}

/** The changes that lead from one release to the wording of another, older or brought along: going back is a new release too. */
export function changesTowards(from: Release, to: Release, why: string): ApprovedChange[] {
  const wanted = new Map(to.entries.map((released) => [released.entry.id, released]));
  const held = new Map(from.entries.map((released) => [released.entry.id, released]));
  const puts = to.entries.flatMap(({ entry, entryHash, packId }): ApprovedChange[] => {
    const now = held.get(entry.id);
    if (now !== undefined && (now.entryHash === entryHash || sameWording(now.entry, entry))) return [];
    return isWithdrawn(entry) ? [] : [{ kind: 'put', packId, entry, why }];
  });
  const takenBack = from.entries.flatMap(({ entry }): ApprovedChange[] => {
    const then = wanted.get(entry.id)?.entry;
    if (isWithdrawn(entry) || (then !== undefined && !isWithdrawn(then))) return [];
    return [{ kind: 'withdraw', entryId: entry.id, why }];
  });
  return [...puts, ...takenBack];
}

/** Numbers and notes of versions are no wording. */
export function sameWording(one: Entry, other: Entry): boolean {
  const bare = ({ provenance, ...rest }: Entry) => {
    const { version: _version, changeNote: _changeNote, review, ...kept } = provenance;
    return entryHashOf({ ...rest, provenance: { ...kept, review, version: 1, changeNote: '' } } as Entry);
  };
  return bare(one) === bare(other);
}

/** The version of the next release made in a month: `2026.11.4` after `2026.11.3`, `2026.12.1` in the month after. */
export function nextVersion(current: string, day: string): string {
  const [year = 0, month = 0, number = 0] = current.split('.').map(Number);
  const [thisYear = 0, thisMonth = 0] = day.split('-').map(Number);
  const later = thisYear * 12 + thisMonth > year * 12 + month;
  return later ? `${thisYear}.${thisMonth}.1` : `${year}.${month}.${number + 1}`;
}
