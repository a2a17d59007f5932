import { readFile } from 'node:fs/promises';
import type { Release } from '#contract/library/release.ts';
import type { ApprovedChange } from '#contract/releases/terms.ts';
import type { PickedChanges } from '#contract/releases.ts';
import type { ReadHandle } from '#core/db/open.ts';
import { approvedDrafts } from '#core/workshop/approved-drafts.ts';
import { changesTowards, sameWording } from '../build-release.ts';
import { knowsWording } from '../entry-version-repo.ts';
import { readReleaseBytes } from '../release-repo.ts';

export interface Pooled {
  readonly change: Extract<ApprovedChange, { kind: 'put' }>;
  readonly source: 'draft' | 'app';
  readonly draftId: string | null;
}

export interface PoolParts {
  readonly db: ReadHandle;
  readonly starterReleaseFile: string;
  latest(): Promise<Release>;
}

/** What could go into the next release: drafts that were approved and say something new, and wording a newer app brought along. */
export function createPool({ db, starterReleaseFile, latest }: PoolParts) {
  let starter: Promise<Release> | null = null;
  const readStarter = () => {
    // Its bytes were held against their pin when the desk opened.
    starter ??= readFile(starterReleaseFile, 'utf8').then((text) => JSON.parse(text) as Release);
    return starter;
  };

  function drafts(base: Release): Pooled[] {
    const inForce = new Map(base.entries.map(({ entry }) => [entry.id, entry]));
    return approvedDrafts(db).flatMap(({ draftId, change }): Pooled[] => {
      const before = inForce.get(change.entry.id);
      return before !== undefined && sameWording(before, change.entry) ? [] : [{ change, source: 'draft', draftId }];
    });
  }

  /** Only what this desk has never had: an older wording that the team changed since is not offered again. */
  async function fromApp(base: Release): Promise<Pooled[]> {
    const brought = await readStarter();
    const hashes = new Map(brought.entries.map(({ entry, entryHash }) => [entry.id, entryHash]));
    return changesTowards(base, brought, '').flatMap((change): Pooled[] => {
      if (change.kind !== 'put') return [];
      if (knowsWording(db, change.entry.id, hashes.get(change.entry.id) ?? '')) return [];
      return [{ change, source: 'app', draftId: null }];
    });
  }

  async function all(): Promise<Pooled[]> {
    const base = await latest();
    return [...drafts(base), ...(await fromApp(base))];
  }

  return {
    all,
    /** The approved changes behind what a lead picked; what is not there any more is left out. */
    async approved(picked: PickedChanges): Promise<ApprovedChange[]> {
      const base = await latest();
      const wanted = new Set(picked.draftIds);
      const app = new Set(picked.fromApp);
      const pool = wanted.size > 0 || app.size > 0 ? await all() : [];
      const taken = pool.filter(({ source, draftId, change }) =>
        source === 'draft' ? draftId !== null && wanted.has(draftId) : app.has(change.entry.id),
      );
      const puts = taken.map(({ change }) => ({ ...change, why: change.why === '' ? picked.why : change.why }));
      const withdrawals = picked.withdraw.map((one) => ({ kind: 'withdraw' as const, ...one }));
      const bytes = picked.backTo === undefined ? null : readReleaseBytes(db, picked.backTo);
      const back = bytes === null ? [] : changesTowards(base, JSON.parse(Buffer.from(bytes).toString()), picked.why);
      return [...back, ...puts, ...withdrawals];
    },
  };
}
