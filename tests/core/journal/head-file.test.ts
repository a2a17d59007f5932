import { copyFileSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkHead } from '#core/journal/check-head.ts';
import { decodeHead, encodeHead, readHead } from '#core/journal/head-file.ts';
import { createJournalReader } from '#core/journal/journal-repo.ts';
import { verifyJournal } from '#core/journal/verify-journal.ts';
import { count } from '#tests/counts.ts';
import { copyLines, lineCopied, type OpenedJournal, openJournal } from '#tests/harness/open-journal.ts';

const headOf = (opened: OpenedJournal): string => join(opened.folder, 'counterpart.head');
const codes = (opened: OpenedJournal): string[] => opened.journal.health().faults.map((fault) => fault.code);

/** A folder with `count` events, closed. */
function folderWith(events: number): OpenedJournal {
  const opened = openJournal();
  copyLines(opened.journal, events);
  opened.close();
  return opened;
}

describe('the head file', () => {
  it('holds the newest event in 40 bytes, small and large', () => {
    const opened = folderWith(3);
    const reading = readHead(headOf(opened));
    expect(reading).toMatchObject({ state: 'recorded', record: { epoch: 1, seq: 3 } });
    const large = { epoch: 65_535, seq: 2 ** 48 - 1, hash: new Uint8Array(32).fill(255) };
    expect(decodeHead(encodeHead(large))).toEqual(large);
  });

  it('raises no fault when it is behind, empty, or exact', () => {
    const opened = folderWith(2);
    const behind = readFileSync(headOf(opened));
    const again = openJournal(opened.folder);
    copyLines(again.journal, 2);
    again.close();
    for (const bytes of [behind, Buffer.alloc(40), readFileSync(headOf(opened))]) {
      writeFileSync(headOf(opened), bytes);
      const restarted = openJournal(opened.folder);
      expect(codes(restarted)).toEqual([]);
      restarted.close();
    }
  });

  it('ahead of the journal means loss: told, stored, and never followed by a number given out before', () => {
    const opened = folderWith(2);
    const early = `${opened.file}.early`;
    copyFileSync(opened.file, early);
    const later = openJournal(opened.folder);
    copyLines(later.journal, 3);
    later.close();
    copyFileSync(early, opened.file);

    const restarted = openJournal(opened.folder);
    expect(restarted.journal.health()).toMatchObject({ state: 'broken', epoch: 2, headSeq: 1 });
    expect(restarted.journal.health().faults).toMatchObject([{ code: 'lostTail', epoch: 1, seq: 5 }]);
    copyLines(restarted.journal, 1);
    restarted.close();
    const third = openJournal(opened.folder);
    expect(codes(third)).toEqual(['lostTail']);
    expect(third.journal.head()).toMatchObject({ epoch: 2, seq: 2 });
    expect(verifyJournal(third.db, { sealer: null, pages: true }).faults).toEqual([]);
  });

  it('with another hash for a stored event is a fault', () => {
    const opened = folderWith(3);
    const bytes = readFileSync(headOf(opened));
    bytes.fill(0xab, 8);
    writeFileSync(headOf(opened), bytes);
    expect(codes(openJournal(opened.folder))).toEqual(['headMismatch']);
  });

  it('is missed when it was removed or cut, and is made anew', () => {
    const opened = folderWith(3);
    rmSync(headOf(opened));
    const second = openJournal(opened.folder);
    expect(codes(second)).toEqual(['headMissing']);
    second.close();
    truncateSync(headOf(opened), 17);
    const third = openJournal(opened.folder);
    expect(codes(third).sort()).toEqual(['headMissing', 'headUnreadable']);
    third.close();
    expect(readFileSync(headOf(opened))).toHaveLength(40);
  });

  it('torn between two stored events is no evidence of anything', () => {
    const opened = openJournal();
    copyLines(opened.journal, 300);
    const reader = createJournalReader(opened.db);
    const records = [Buffer.alloc(40), ...opened.journal.read({ epoch: 1, seq: 1 }, 300).map(encodeHead)];
    fc.assert(
      fc.property(fc.nat(300), fc.nat(300), fc.nat(40), (older, newer, cut) => {
        const bytes = Buffer.concat([
          (records[newer] ?? Buffer.alloc(0)).subarray(0, cut),
          (records[older] ?? Buffer.alloc(0)).subarray(cut),
        ]);
        expect(checkHead({ state: 'recorded', bytes, record: decodeHead(bytes) }, reader)).toBeNull();
      }),
      { numRuns: count('tornHeads') },
    );
  });

  it('torn so that it names an event which is not stored still means loss', () => {
    const opened = openJournal();
    copyLines(opened.journal, 3);
    const last = opened.journal.head();
    const bytes = encodeHead({ ...last, seq: 4 });
    const fault = checkHead({ state: 'recorded', bytes, record: decodeHead(bytes) }, createJournalReader(opened.db));
    expect(fault).toMatchObject({ code: 'lostTail', seq: 4 });
  });
});

describe('a restored backup', () => {
  it('begins the next epoch with an event that names the restored head, and is whole', () => {
    const opened = folderWith(4);
    const restored = openJournal(opened.folder, { restored: true });
    expect(restored.journal.head()).toMatchObject({ epoch: 2, seq: 1 });
    const [first] = restored.journal.read({ epoch: 2, seq: 1 }, 1);
    expect(first?.payload).toMatchObject({ reason: 'backup', restoredEpoch: 1, restoredSeq: 4 });
    restored.journal.transaction(null, (tx) => tx.append(lineCopied, { lineId: 'after' }));
    expect(codes(restored)).toEqual([]);
    expect(verifyJournal(restored.db, { sealer: null, pages: true }).faults).toEqual([]);
  });

  it('never takes an epoch that the head file has seen', () => {
    const opened = folderWith(1);
    writeFileSync(headOf(opened), encodeHead({ epoch: 7, seq: 2, hash: new Uint8Array(32).fill(1) }));
    expect(openJournal(opened.folder, { restored: true }).journal.head()).toMatchObject({ epoch: 8, seq: 1 });
  });

  it('opened by another install begins an epoch of its own', () => {
    const opened = folderWith(2);
    const other = openJournal(opened.folder, { installId: 'install-b' });
    expect(other.journal.head()).toMatchObject({ installId: 'install-b', epoch: 2, seq: 1 });
    expect(codes(other)).toEqual([]);
  });
});
