import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { dataFolder } from '#core/db/data-folder.ts';
import { writeMeta } from '#core/db/meta-repo.ts';
import type { WriteHandle } from '#core/db/open.ts';
import { systemIds } from '#core/ids.ts';
import { keyCheckOf, renewRecoveryKey } from '#core/journal/data-key.ts';
import { copyLines, DATA_KEY, openJournal, testFolder } from '#tests/harness/open-journal.ts';
import { OWN_COPY, openOutside } from '#tools/journal-tool/open-outside.ts';
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

/** Puts a journal of its own beside the one of live work, as rehearsals have it; `spoil` damages it first. */
function addRehearsals(folder: string, events: number, spoil: (db: WriteHandle) => void = () => undefined): void {
  const second = openJournal();
  copyLines(second.journal, events, ['run-1']);
  spoil(second.db);
  second.close();
  const [from, to] = [dataFolder(second.folder), dataFolder(folder)];
  cpSync(from.database, to.rehearsals);
  cpSync(from.head, to.rehearsalsHead);
}

const changeTwo = (db: WriteHandle) =>
  db.exec(`DROP TRIGGER journal_erases_only; UPDATE journal SET person_id = 'somebody' WHERE seq = 2`);

describe('counterpart-journal verify', () => {
  it('finds a journal whole while the app writes, says what it could not read, and changes nothing', () => {
    const { journal, folder } = openJournal();
    copyLines(journal, 5, ['customer-1']);
    journal.erase(null, 'customer-1', 'asked');
    copyLines(journal, 2);
    const before = contents(folder);
    const { code, out } = run('verify', folder);
    expect(out).toContain('work: epoch 1, install install-a: 8 events verified (order, hashes), 5 erased, no fault');
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
    // While it looks, its own copy has no name any more.
    const outside = openOutside({ ...dataFolder(closed), name: 'work' });
    expect(readdirSync(tmpdir()).filter((name) => name.startsWith(OWN_COPY))).toEqual([]);
    expect(outside.db.prepare('SELECT count(*) FROM journal').pluck().get()).toBe(4);
    outside.close();
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
    changeTwo(db);
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

  it('checks the journal of rehearsals as well, says which each line is about, and fails where either is damaged', () => {
    const { journal, folder, close } = openJournal();
    copyLines(journal, 3);
    addRehearsals(folder, 4);
    const before = contents(folder);
    const whole = run('verify', folder);
    expect(whole.code).toBe(0);
    expect(whole.out).toContain('rehearsals: epoch 1, install install-a: 4 events verified (order, hashes)');
    expect(whole.out).toContain('rehearsals: Head file: epoch 1, seq 4');
    expect(whole.out.split('\n').every((line) => /^(work|rehearsals): /.test(line))).toBe(true);
    expect(contents(folder)).toEqual(before);
    addRehearsals(folder, 4, changeTwo);
    const broken = run('verify', folder);
    expect(broken.code).toBe(1);
    expect(broken.out).toContain('rehearsals: FAULT hashMismatch at epoch 1, seq 2');
    expect(broken.out).toMatch(/^work: WHOLE$/m);
    expect(broken.out).toMatch(/^rehearsals: BROKEN$/m);
    // The database of rehearsals is gone, its head file knows of events; then that of live work is.
    rmSync(dataFolder(folder).rehearsals);
    expect(run('verify', folder)).toMatchObject({ code: 2, error: expect.stringContaining('names event 1/4') });
    addRehearsals(folder, 4);
    close();
    rmSync(dataFolder(folder).database);
    const half = run('verify', folder);
    expect(half).toMatchObject({ code: 2, error: expect.stringContaining('no counterpart.db') });
    expect(half.out).toMatch(/^rehearsals: WHOLE$/m);
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
    expect(out).toMatch(/work: epoch 1: 4 events, 3 erased, \d+ bytes of sealed payloads, 2026-11-02T01:00:00.000Z to/);
    expect(out).toMatch(/work: +3 {2}line\.copied\nwork: +1 {2}journal\.erased$/);
    addRehearsals(folder, 2);
    expect(run('stats', folder).out).toMatch(
      /rehearsals: epoch 1: 2 events, 0 erased[\s\S]*rehearsals: +2 {2}line\.copied$/,
    );
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

  it('prints both journals and opens both with the key that live work keeps', () => {
    const { journal, folder, db } = openJournal();
    copyLines(journal, 1);
    addRehearsals(folder, 2);
    const printed = renewRecoveryKey(db, DATA_KEY, systemIds);
    writeMeta(db, 'keyCheck', keyCheckOf(DATA_KEY));
    const told = events(run('export', folder).out).map(({ journal: name, sealed }) => [name, sealed]);
    expect(told).toEqual([
      ['work', true],
      ['rehearsals', true],
      ['rehearsals', true],
    ]);
    const opened = run('export', folder, '--recovery-key', printed);
    expect(opened.code).toBe(0);
    expect(events(opened.out).map(({ journal: name, payload }) => [name, payload])).toEqual([
      ['work', { lineId: 'line-1' }],
      ['rehearsals', { lineId: 'line-1' }],
      ['rehearsals', { lineId: 'line-2' }],
    ]);
    addRehearsals(folder, 2, (second) => {
      changeTwo(second);
      second.exec(`UPDATE journal SET payload = zeroblob(40) WHERE seq = 2`);
    });
    const damaged = run('export', folder, '--recovery-key', printed);
    expect(damaged).toMatchObject({
      code: 1,
      error: expect.stringContaining('rehearsals: an event could not be read'),
    });
    expect(events(damaged.out)).toHaveLength(2);
  });

  it('refuses a key that is misspelt or of other records, and prints nothing then', () => {
    const { journal, folder, db } = openJournal();
    copyLines(journal, 1);
    addRehearsals(folder, 2);
    renewRecoveryKey(db, DATA_KEY, systemIds);
    const other = renewRecoveryKey(db, new Uint8Array(32).fill(9), systemIds);
    renewRecoveryKey(db, DATA_KEY, systemIds);
    for (const key of [other, 'ABCDE-12345']) {
      expect(run('export', folder, '--recovery-key', key)).toMatchObject({ code: 2, out: '' });
    }
    expect(run('export', folder, '--recovery-key').code).toBe(2);
  });
});
