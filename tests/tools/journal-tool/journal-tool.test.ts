import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { writeMeta } from '#core/db/meta-repo.ts';
import { systemIds } from '#core/ids.ts';
import { keyCheckOf, renewRecoveryKey } from '#core/journal/data-key.ts';
import { copyLines, DATA_KEY, openJournal, testFolder } from '#tests/harness/open-journal.ts';
import { runJournalTool } from '#tools/journal-tool/run.ts';

function run(...words: string[]): { code: number; out: string; error: string } {
  const out: string[] = [];
  const error: string[] = [];
  const code = runJournalTool(words, { out: (line) => out.push(line), error: (line) => error.push(line) });
  return { code, out: out.join('\n'), error: error.join('\n') };
}

/** Names and contents of a folder; the reader marks in the shared-memory file are no data. */
function contents(folder: string): Record<string, string> {
  const files = readdirSync(folder).sort();
  return Object.fromEntries(
    files.map((name) => {
      const bytes = name.endsWith('-shm') ? Buffer.alloc(0) : readFileSync(join(folder, name));
      return [name, createHash('sha256').update(bytes).digest('hex')];
    }),
  );
}

function copyOf(folder: string, leaveOut: (name: string) => boolean = () => false): string {
  const copy = testFolder();
  cpSync(folder, copy, { recursive: true, filter: (path) => !leaveOut(path) });
  return copy;
}

describe('counterpart-journal verify', () => {
  it('finds a journal whole while the app writes, says what it could not read, and changes nothing', () => {
    const { journal, folder } = openJournal();
    copyLines(journal, 5, ['customer-1']);
    journal.erase(null, 'customer-1', 'asked');
    copyLines(journal, 2);
    const before = contents(folder);
    const { code, out } = run('verify', folder);
    expect(out).toContain('epoch 1, install install-a: 8 events verified (order, hashes), 5 erased, no fault');
    expect(out).toContain('Not read: 3 payloads');
    expect(out).toMatch(/WHOLE$/);
    expect(code).toBe(0);
    expect(contents(folder)).toEqual(before);
    copyLines(journal, 1);
  });

  it('reads a copy with or without the write-ahead log beside it, and changes nothing in it', () => {
    const { journal, folder, close } = openJournal();
    copyLines(journal, 4);
    const running = copyOf(folder, (name) => name.endsWith('-shm'));
    close();
    const closed = copyOf(folder);
    for (const copy of [running, closed]) {
      const before = contents(copy);
      expect(run('verify', copy)).toMatchObject({ code: 0, out: expect.stringContaining('4 events verified') });
      expect(contents(copy)).toEqual(before);
    }
  });

  it('notices that the write-ahead log was taken away', () => {
    const { journal, folder } = openJournal();
    copyLines(journal, 1);
    const copy = copyOf(folder, (name) => name.endsWith('-shm') || name.endsWith('-wal'));
    expect(run('verify', copy)).toMatchObject({ code: 1, out: expect.stringContaining('databaseDamaged') });
    const second = openJournal();
    copyLines(second.journal, 1);
    second.db.pragma('wal_checkpoint(TRUNCATE)');
    copyLines(second.journal, 2);
    const lost = run(
      'verify',
      copyOf(second.folder, (name) => name.endsWith('-shm') || name.endsWith('-wal')),
    );
    expect(lost.code).toBe(1);
    expect(lost.out).toContain('FAULT lostTail at epoch 1, seq 3');
  });

  it('tells where an event was changed', () => {
    const { journal, db, folder } = openJournal();
    copyLines(journal, 5);
    db.exec(`DROP TRIGGER journal_erases_only; UPDATE journal SET person_id = 'somebody' WHERE seq = 2`);
    const { code, out } = run('verify', folder);
    expect(out).toContain('FAULT guardMissing');
    expect(out).toContain('FAULT hashMismatch at epoch 1, seq 2');
    expect(out).toMatch(/BROKEN$/);
    expect(code).toBe(1);
  });

  it('says in one line why it could not check', () => {
    const folder = testFolder();
    expect(run('verify', folder)).toMatchObject({ code: 2, error: expect.stringContaining('no counterpart.db') });
    writeFileSync(join(folder, 'counterpart.db'), 'this is no database at all, but long enough to look at it twice');
    expect(run('verify', folder)).toMatchObject({ code: 2 });
    expect(run('verify')).toMatchObject({ code: 2, error: expect.stringContaining('counterpart-journal verify') });
    expect(run('repair', folder).code).toBe(2);
  });

  it('runs as a command of its own', () => {
    const { journal, folder } = openJournal();
    copyLines(journal, 3);
    const tool = new URL('../../../tools/journal-tool.ts', import.meta.url).pathname;
    const verify = spawnSync(process.execPath, [tool, 'verify', folder], { encoding: 'utf8' });
    expect(verify).toMatchObject({ status: 0, stderr: '', stdout: expect.stringContaining('3 events verified') });
  });
});

describe('counterpart-journal stats', () => {
  it('counts by epoch and kind', () => {
    const { journal, folder } = openJournal();
    copyLines(journal, 3, ['customer-1']);
    journal.erase(null, 'customer-1', 'asked');
    const { code, out } = run('stats', folder);
    expect(code).toBe(0);
    expect(out).toMatch(/epoch 1: 4 events, 3 erased, \d+ bytes of sealed payloads, 2026-11-02T01:00:00.000Z to/);
    expect(out).toMatch(/3 {2}line\.copied\n +1 {2}journal\.erased$/);
  });
});

describe('counterpart-journal export', () => {
  const events = (out: string) => out.split('\n').map((line) => JSON.parse(line) as Record<string, unknown>);

  it('prints every event closed without a key, and opened with the printed one', () => {
    const { journal, folder, db } = openJournal();
    copyLines(journal, 3, ['customer-1']);
    const printed = renewRecoveryKey(db, DATA_KEY, systemIds);
    writeMeta(db, 'keyCheck', keyCheckOf(DATA_KEY));
    const closed = run('export', folder);
    expect(closed.code).toBe(0);
    expect(events(closed.out)).toHaveLength(3);
    expect(events(closed.out)[1]).toMatchObject({ epoch: 1, seq: 2, kind: 'line.copied', sealed: true });
    expect(closed.out).not.toContain('line-2');
    const opened = run('export', folder, '--recovery-key', printed);
    expect(opened.code).toBe(0);
    expect(events(opened.out).map(({ payload }) => payload)).toEqual([
      { lineId: 'line-1' },
      { lineId: 'line-2' },
      { lineId: 'line-3' },
    ]);
  });

  it('refuses a key that is misspelt or of other records, and prints nothing then', () => {
    const { journal, folder, db } = openJournal();
    copyLines(journal, 1);
    renewRecoveryKey(db, DATA_KEY, systemIds);
    const other = renewRecoveryKey(db, new Uint8Array(32).fill(9), systemIds);
    renewRecoveryKey(db, DATA_KEY, systemIds);
    for (const key of [other, 'ABCDE-12345']) {
      expect(run('export', folder, '--recovery-key', key)).toMatchObject({ code: 2, out: '' });
    }
    expect(run('export', folder, '--recovery-key').code).toBe(2);
  });
});
