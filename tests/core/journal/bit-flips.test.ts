import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { openForReading } from '#core/db/open.ts';
import { createEventSealer } from '#core/journal/sealing.ts';
import { type VerifyReport, verifyJournal } from '#core/journal/verify-journal.ts';
import { count } from '#tests/counts.ts';
import { tableCells } from '#tests/harness/journal-cells.ts';
import { copyLines, DATA_KEY, lineCopied, openJournal, testFolder } from '#tests/harness/open-journal.ts';

const sealer = createEventSealer(DATA_KEY, (size) => new Uint8Array(size));

function verifyFile(file: string): VerifyReport {
  const db = openForReading(file);
  try {
    return verifyJournal(db, { sealer, pages: true });
  } finally {
    db.close();
  }
}

it(
  'flags every flipped bit in every byte of a journal row',
  () => {
    const { journal, db, file, close } = openJournal();
    copyLines(journal, 30, ['customer-1']);
    journal.erase('person-1', 'customer-1', 'asked');
    copyLines(journal, 60);
    journal.transaction(null, (tx) => tx.append(lineCopied, { lineId: '很长的一句话'.repeat(40) }, ['a', 'b']));
    const rootPage = Number(db.prepare(`SELECT rootpage FROM sqlite_schema WHERE name = 'journal'`).pluck().get());
    db.pragma('wal_checkpoint(TRUNCATE)');
    close();
    const whole = readFileSync(file);
    const cells = tableCells(whole, rootPage);
    expect(cells).toHaveLength(92);
    const copy = join(testFolder(), 'flipped.db');
    writeFileSync(copy, whole);
    expect(verifyFile(copy).faults).toEqual([]);

    fc.assert(
      fc.property(fc.nat(cells.length - 1), fc.nat(), fc.nat(7), (index, at, bit) => {
        const cell = cells[index] ?? { offset: 0, length: 1 };
        const offset = cell.offset + (at % cell.length);
        const flipped = Buffer.from(whole);
        flipped[offset] = (flipped[offset] ?? 0) ^ (1 << bit);
        writeFileSync(copy, flipped);
        expect(
          verifyFile(copy).faults.length,
          `bit ${bit} of byte ${offset - cell.offset} of row ${index + 1}`,
        ).toBeGreaterThan(0);
      }),
      { numRuns: count('bitFlips') },
    );
  },
  60_000 + count('bitFlips') * 200,
);
