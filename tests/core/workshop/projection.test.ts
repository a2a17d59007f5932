import { expect, it } from 'vitest';
import { wordingDraftsDiscarded, wordingImported } from '#contract/exchange.ts';
import { draftCommented, draftReviewed, draftSaved, draftSubmitted } from '#contract/workshop/events.ts';
import { migrations } from '#core/db/migrations/all-migrations.ts';
import { exchangeProjection } from '#core/library/exchange/projection.ts';
import { workshopProjection } from '#core/workshop/projection.ts';
import { openJournal, testFolder } from '#tests/harness/open-journal.ts';
import { tableDigest } from '#tests/harness/table-digest.ts';

const imported = (importId: string, ...slugs: string[]) => ({
  importId,
  fileName: `${importId}.csv`,
  format: 'csv' as const,
  sha256: '0'.repeat(64),
  entries: slugs.map((slug, index) => ({
    draftId: `${importId}-${slug}`,
    entryId: `hall/${slug}`,
    packId: 'hall',
    change: 'new' as const,
    at: { sheet: null, row: index + 2 },
    entry: { kind: 'line', id: `hall/${slug}`, title: slug },
  })),
});

it('an import stands in the queue, a later one takes the place of what nobody touched, and a rebuild ends at the same', () => {
  const { db, journal } = openJournal(testFolder(), {
    projections: [exchangeProjection, workshopProjection],
    prepare: (handle) => {
      for (const { version, up } of migrations) if (version > 10) up(handle);
    },
  });
  journal.transaction('lead', (tx) => {
    tx.append(wordingImported, imported('first', 'a', 'b', 'c'));
    tx.append(draftSaved, {
      draftId: 'first-b',
      revisionId: 'b2',
      basedOn: ['first-b'],
      entry: { kind: 'line', id: 'hall/b', title: 'touched' },
    });
    tx.append(wordingDraftsDiscarded, { draftIds: ['first-c'] });
    tx.append(draftSubmitted, { draftId: 'first-b', revisionId: 'b2' });
  });
  journal.transaction('reviewer', (tx) => {
    const spot = { path: 'title', start: 0, end: 1, quote: 't' };
    tx.append(draftCommented, { draftId: 'first-b', commentId: 'c1', revisionId: 'b2', spot, text: '再想想' });
    // A verdict on a text that is not there any more moves nothing.
    tx.append(draftReviewed, { draftId: 'first-b', revisionId: 'first-b', verdict: 'approved', note: '', checked: [] });
    tx.append(wordingImported, imported('second', 'a', 'b'));
  });
  const states = db.prepare('SELECT draft_id, state, title FROM workshop_draft ORDER BY draft_id').raw().all();
  expect(states).toEqual([
    ['first-a', 'discarded', 'a'],
    ['first-b', 'inReview', 'touched'],
    ['first-c', 'discarded', 'c'],
    ['second-a', 'draft', 'a'],
    ['second-b', 'draft', 'b'],
  ]);
  const before = tableDigest(db, workshopProjection.tables);
  journal.rebuild();
  expect(db.prepare('SELECT COUNT(*) FROM workshop_comment').pluck().get()).toBe(1);
  expect(tableDigest(db, workshopProjection.tables)).toBe(before);
});

it('what waited from imports before there was a workshop stands in its queue', () => {
  const { db } = openJournal(testFolder(), {
    projections: [exchangeProjection],
    prepare: (handle) => {
      for (const { version, up } of migrations) {
        if (version === 260) {
          handle.exec(`
            INSERT INTO imported_file VALUES ('f', 1, 1, 5, 'lead', 'f.csv', 'csv');
            INSERT INTO imported_draft VALUES ('d', 'f', 'hall/a', 'hall', 'line', 'A', 'new', NULL, 2, 'waiting', '{"kind":"line","id":"hall/a"}');
          `);
        }
        if (version > 10) up(handle);
      }
    },
  });
  expect(db.prepare('SELECT draft_id, state FROM workshop_draft').raw().all()).toEqual([['d', 'draft']]);
  expect(db.prepare('SELECT revision_id, is_head FROM workshop_revision').raw().all()).toEqual([['d', 1]]);
});
