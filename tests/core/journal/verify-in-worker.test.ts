import { describe, expect, it } from 'vitest';
import { START_WINDOW } from '#core/journal/check-start.ts';
import { verifyInWorker } from '#core/journal/verify-in-worker.ts';
import { copyLines, DATA_KEY, lineCopied, type OpenedJournal, openJournal } from '#tests/harness/open-journal.ts';

const workerUrl = new URL('../../../core/journal/verify-worker.ts', import.meta.url);

function verify({ journal, file }: OpenedJournal, dataKey: Uint8Array | null = DATA_KEY) {
  return verifyInWorker({ workerUrl, file, dataKey, onVerification: journal.recordVerification });
}

/** Damage that no guard can stop: whoever owns the file can drop the guards first. */
function damage({ db }: OpenedJournal, sql: string): void {
  const guard = db.prepare(`SELECT sql FROM sqlite_schema WHERE name = 'journal_erases_only'`).pluck().get();
  db.exec(`DROP TRIGGER journal_erases_only; ${sql}; ${String(guard)}`);
}

function manyLines({ journal }: OpenedJournal, count: number): void {
  journal.transaction(null, (tx) => {
    for (let n = 0; n < count; n += 1) tx.append(lineCopied, { lineId: `line-${n}` });
  });
}

describe('verification in a worker', () => {
  it('ends with a whole journal, verified through its head', async () => {
    const opened = openJournal();
    manyLines(opened, 2_500);
    expect(opened.journal.health()).toMatchObject({ state: 'verifying', verifiedThrough: null });
    const report = await verify(opened).done;
    expect(report.epochs).toMatchObject([{ epoch: 1, events: 2_500, opened: 2_500, erased: 0 }]);
    expect(opened.journal.health()).toMatchObject({
      state: 'whole',
      verifiedThrough: { epoch: 1, seq: 2_500 },
      faults: [],
    });
  });

  it('finds old damage that the check at start does not look at', async () => {
    const opened = openJournal();
    manyLines(opened, START_WINDOW + 50);
    damage(opened, 'UPDATE journal SET at_ms = at_ms + 1 WHERE seq = 20');
    opened.close();
    const restarted = openJournal(opened.folder);
    expect(restarted.journal.health().state).toBe('verifying');
    await verify(restarted).done;
    expect(restarted.journal.health()).toMatchObject({
      state: 'broken',
      verifiedThrough: { epoch: 1, seq: 19 },
      faults: [{ code: 'hashMismatch', epoch: 1, seq: 20 }],
    });
  });

  it('finds a payload that was swapped for another sealed one, which the chain alone cannot see', async () => {
    const opened = openJournal();
    copyLines(opened.journal, 3);
    damage(
      opened,
      'UPDATE journal SET (payload, salt) = (SELECT payload, salt FROM journal WHERE seq = 3) WHERE seq = 2',
    );
    const closed = await verify(opened, null).done;
    expect(closed.faults).toEqual([]);
    const report = await verify(opened).done;
    expect(report.faults).toMatchObject([{ code: 'payloadUnreadable', epoch: 1, seq: 2 }]);
  });

  it('reads from one moment while the writer goes on', async () => {
    const opened = openJournal();
    manyLines(opened, 3_000);
    const running = verify(opened);
    for (let n = 0; n < 50; n += 1) {
      copyLines(opened.journal, 1, ['customer-1']);
      if (n % 10 === 0) opened.journal.erase(null, 'customer-1', 'asked');
      await new Promise((resolve) => setImmediate(resolve));
    }
    expect((await running.done).faults).toEqual([]);
  });

  it('can be stopped', async () => {
    const opened = openJournal();
    manyLines(opened, 3_000);
    const running = verify(opened);
    await running.stop();
    await expect(running.done).rejects.toThrow('before its report');
  });
});

describe('the check at start', () => {
  it('finds damage among the newest events before the first call is answered', () => {
    const opened = openJournal();
    manyLines(opened, 20);
    damage(opened, `UPDATE journal SET payload = NULL, salt = NULL WHERE seq = 7`);
    opened.close();
    expect(openJournal(opened.folder).journal.health()).toMatchObject({
      state: 'broken',
      faults: [{ code: 'erasedWithoutEvent', epoch: 1, seq: 7 }],
    });
  });
});
