import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { type Entry, entrySchema, type Release } from '#contract/library/release.ts';
import type { ApprovedChange } from '#contract/releases/terms.ts';
import { dataFolder } from '#core/db/data-folder.ts';
import { migrate } from '#core/db/migrate.ts';
import { migrations } from '#core/db/migrations/all-migrations.ts';
import { openForWriting } from '#core/db/open.ts';
import { openHeadFile } from '#core/journal/head-file.ts';
import { createJournal } from '#core/journal/journal.ts';
import { entryHashOf } from '#core/releases/build-release.ts';
import { releasesProjection } from '#core/releases/projection.ts';
import { createPublisher } from '#core/releases/publishing/publisher.ts';
import { readReleaseFile, releaseFileNames } from '#core/releases/signed/release-file-repo.ts';
import type { ReleaseFiles } from '#core/releases/signed/release-files.ts';
import { createReleaseTaker } from '#core/releases/take-releases.ts';
import { fixedClock } from '#tests/harness/fixed-clock.ts';
import { fixedIds } from '#tests/harness/fixed-ids.ts';

export function entry(slug: string, phrase: string): Entry {
  return entrySchema.parse({
    kind: 'stopPhrases',
    id: `hall/${slug}`,
    title: phrase,
    provenance: { owner: '口径组', effectiveFrom: '2026-11-01' },
    phrases: [phrase],
  });
}

export function smallRelease(...entries: Entry[]): Release {
  const all = entries.length > 0 ? entries : [entry('please', '麻烦问一下'), entry('then', '然后呢')];
  return {
    format: 1,
    version: '2026.11.1',
    packs: [
      {
        id: 'hall',
        title: '营业厅',
        description: '营业厅的口径',
        scenes: [{ id: 'any', label: '通用' }],
        locale: 'zh-CN',
      },
    ],
    entries: all.map((one) => ({ packId: 'hall', entry: one, entryHash: entryHashOf(one) })),
  };
}

export const put = (slug: string, phrase: string): ApprovedChange => ({
  kind: 'put',
  packId: 'hall',
  entry: entry(slug, phrase),
  why: `改成「${phrase}」`,
});

let desks = 0;

/** A desk with a journal on disk that follows releases and can publish them; only the library and the windows are left out. */
export function teamDesk(
  options: { release?: Release; siteId?: string; startMs?: number; clockOffsetMs?: number } = {},
) {
  desks += 1;
  const folder = mkdtempSync(join(tmpdir(), 'counterpart-team-'));
  const paths = dataFolder(folder);
  const db = openForWriting(paths.database);
  migrate(db, migrations, { backupTo: null });
  const headFile = openHeadFile(paths.head);
  const clock = fixedClock(options.startMs);
  const ids = fixedIds(`team desk ${desks}`);
  const journal = createJournal({
    ...{ db, clock, ids, headFile },
    dataKey: new Uint8Array(32).fill(desks),
    projections: [releasesProjection],
    installId: `desk-${desks}`,
  });
  let closed = false;
  const close = () => {
    if (closed) return;
    closed = true;
    db.close();
    headFile.close();
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    onTestFinished(close);
  } catch {
    // One that is made for all tests of a file is closed by that file.
  }
  let current = options.release ?? smallRelease();
  const applied: string[] = [];
  const taker = createReleaseTaker({
    ...{ db, journal, clock, workFolder: folder },
    siteId: () => options.siteId ?? null,
    clockOffsetMs: () => options.clockOffsetMs ?? 0,
    exchange(release) {
      current = release;
      applied.push(release.version);
    },
  });
  const publisher = createPublisher({
    ...{ db, journal, clock, ids, taker },
    current: () => current,
    today: () => new Date(clock.nowMs()).toISOString().slice(0, 10),
  });
  return { db, journal, clock, ids, taker, publisher, folder, applied, current: () => current, close };
}
export type TeamDesk = ReturnType<typeof teamDesk>;

/** What a desk would hand on, as it stands now; files can be exchanged in it, as somebody on the way might. */
export function repositoryOf({ db }: TeamDesk): Map<string, Uint8Array> {
  return new Map(releaseFileNames(db).map((file) => [file, readReleaseFile(db, file) ?? new Uint8Array()]));
}

export function served(files: ReadonlyMap<string, Uint8Array>): ReleaseFiles {
  return { read: async (file) => files.get(file) ?? null };
}

export const LEADS = [
  { personId: 'lead-a', pin: '481516' },
  { personId: 'lead-b', pin: '234200' },
] as const;

/** A team whose releases two leads sign, and the printed key of its root. */
export async function teamOfTwo(options: Parameters<typeof teamDesk>[0] = {}) {
  const desk = teamDesk(options);
  const [a, b] = LEADS;
  const { rootKey, fingerprint } = await desk.publisher.setUp(a.personId, a.pin);
  desk.publisher.offerKey(b.personId, b.pin);
  await signers(desk, rootKey, ['lead-a', 'lead-b'], 2);
  await desk.publisher.sign(a.personId, a.pin);
  await desk.publisher.sign(b.personId, b.pin);
  return { desk, rootKey, fingerprint };
}

/** Asks for another set of people who sign; their newest keys. */
export async function signers(desk: TeamDesk, rootKey: string, people: readonly string[], threshold: number) {
  const { offeredSigners } = await import('#core/releases/publishing/proposal-repo.ts');
  const offered = offeredSigners(desk.db);
  const keyIds = people.flatMap((personId) => offered.find((one) => one.personId === personId)?.keyId ?? []);
  await desk.publisher.changeSigners('lead-a', { rootKey, keyIds, threshold });
}

/** Both leads sign one release with these changes. */
export async function publish(desk: TeamDesk, ...changes: ApprovedChange[]) {
  const [a, b] = LEADS;
  const asked = { changes, why: '例行更新', stages: [], draftIds: [] };
  await desk.publisher.propose(a.personId, a.pin, asked);
  return await desk.publisher.sign(b.personId, b.pin);
}
