import { expect, it } from 'vitest';
import { wordingDraftsDiscarded, wordingImported } from '#contract/exchange.ts';
import { migrations } from '#core/db/migrations/all-migrations.ts';
import { exchangeProjection } from '#core/library/exchange/projection.ts';
import { openJournal, testFolder } from '#tests/harness/open-journal.ts';
import { tableDigest } from '#tests/harness/table-digest.ts';

it('drafts are nothing but the journal: emptied and filled again they are the same', () => {
  const { db, journal } = openJournal(testFolder(), {
    projections: [exchangeProjection],
    prepare: (handle) => {
      for (const { version, up } of migrations) if (version > 10) up(handle);
    },
  });
  const bring = (importId: string, ...slugs: string[]) =>
    journal.transaction('lead', (tx) =>
      tx.append(wordingImported, {
        importId,
        fileName: `${importId}.csv`,
        format: 'csv',
        sha256: '0'.repeat(64),
        entries: slugs.map((slug, index) => ({
          draftId: `${importId}-${slug}`,
          entryId: `hall/${slug}`,
          packId: 'hall',
          change: 'new' as const,
          // Tables of documents had a name of their own before they had a number.
          at: importId === 'first' ? { sheet: '表 1', row: index + 2 } : { sheet: null, table: 1, row: index + 2 },
          entry: { kind: 'line', title: slug },
        })),
      }),
    );
  bring('first', 'a', 'b', 'c');
  journal.transaction('lead', (tx) => tx.append(wordingDraftsDiscarded, { draftIds: ['first-c', 'unknown'] }));
  bring('second', 'b', 'c', 'd');
  const states = db.prepare('SELECT draft_id, state FROM imported_draft ORDER BY draft_id').raw().all();
  expect(states).toEqual([
    ['first-a', 'waiting'],
    ['first-b', 'replaced'],
    ['first-c', 'discarded'],
    ['second-b', 'waiting'],
    ['second-c', 'waiting'],
    ['second-d', 'waiting'],
  ]);
  const before = tableDigest(db, exchangeProjection.tables);
  journal.rebuild();
  expect(tableDigest(db, exchangeProjection.tables)).toBe(before);
});
