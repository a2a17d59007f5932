import fc from 'fast-check';
import { expect, test } from 'vitest';
import { holidayYearDropped, holidayYearLoaded, siteRulesChanged } from '#contract/site-rules.ts';
import { migrations } from '#core/db/migrations/all-migrations.ts';
import { toWire } from '#core/journal/event.ts';
import { siteRulesProjection } from '#core/site-rules/projection.ts';
import { count } from '#tests/counts.ts';
import { openJournal } from '#tests/harness/open-journal.ts';
import { tableDigest } from '#tests/harness/table-digest.ts';

const tables = ['site_rule', 'holiday_year', 'rule_mark'];
const year = (name: string) => ({ year: 2027, days: [{ day: '2027-01-01', name, kind: 'off' as const }] });

const change = fc.record({
  desk: fc.constantFrom('a', 'b'),
  atMs: fc.integer({ min: 1, max: 4 }),
  what: fc.constantFrom('set', 'reset', 'load', 'drop'),
  text: fc.constantFrom('甲', '乙'),
});

test('two desks that set, take back and load apart end with the same rules, whatever arrives when', () => {
  fc.assert(
    fc.property(fc.array(change, { maxLength: 8 }), (changes) => {
      const open = (installId: string) =>
        openJournal(undefined, {
          installId,
          projections: [siteRulesProjection],
          prepare(db) {
            for (const { version, up } of migrations) if (version > 10) up(db);
          },
        });
      const desks = { a: open('desk-a'), b: open('desk-b') };
      for (const { desk, atMs, what, text } of changes) {
        const { journal, clock } = desks[desk as 'a' | 'b'];
        clock.jumpTo(atMs);
        journal.transaction('lead', (tx) => {
          if (what === 'set') tx.append(siteRulesChanged, { set: { siteName: text }, reset: [] });
          else if (what === 'reset') tx.append(siteRulesChanged, { set: {}, reset: ['siteName'] });
          else if (what === 'load') tx.append(holidayYearLoaded, year(text));
          else tx.append(holidayYearDropped, { year: 2027 });
        });
      }
      const of = (name: 'a' | 'b') => desks[name].journal.read({ epoch: 1, seq: 1 }, 100).map(toWire);
      const [ofA, ofB] = [of('a'), of('b')];
      desks.a.journal.takeForeign(ofB);
      for (const event of ofA) desks.b.journal.takeForeign([event]);
      expect(tableDigest(desks.a.db, tables)).toBe(tableDigest(desks.b.db, tables));
      const before = tableDigest(desks.b.db, tables);
      desks.b.journal.rebuild();
      expect(tableDigest(desks.b.db, tables)).toBe(before);
      for (const { close } of Object.values(desks)) close();
    }),
    { numRuns: count('ruleMerges') },
  );
});
