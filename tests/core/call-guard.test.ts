import { ORPCError } from '@orpc/server';
import Database from 'better-sqlite3';
import { describe, expect, test } from 'vitest';
import { guardCalls } from '#core/call-guard.ts';
import { maskedLogger } from '#core/privacy/masked-logger.ts';
import { fixedIds } from '#tests/harness/fixed-ids.ts';

function guarded() {
  const logged: string[] = [];
  const guard = guardCalls({ info: () => undefined, error: (message) => void logged.push(message) }, fixedIds());
  const call = (work: () => unknown) => guard({ path: ['library', 'copyLine'], next: async () => work() });
  return { logged, call };
}

describe('the guard around every call', () => {
  test('a full disk becomes the typed failure, and the transaction it broke is undone', async () => {
    const { call } = guarded();
    const db = new Database(':memory:');
    db.exec('CREATE TABLE kept (text TEXT NOT NULL) STRICT');
    db.pragma(`max_page_count = ${Number(db.pragma('page_count', { simple: true })) + 2}`);
    const insert = db.prepare('INSERT INTO kept VALUES (?)');
    insert.run('before');
    const write = db.transaction(() => insert.run('x'.repeat(1_000_000)));
    await expect(call(write)).rejects.toMatchObject({ code: 'storageFull', defined: true });
    expect(db.prepare('SELECT count(*) FROM kept').pluck().get()).toBe(1);
    db.close();
  });

  test('a bug is logged under a request id and crosses without its message or stack', async () => {
    const { call, logged } = guarded();
    const crossing = await call(() => {
      throw new Error('secret path /home/zhang');
    }).catch((error: unknown) => error);
    expect(crossing).toBeInstanceOf(ORPCError);
    const text = JSON.stringify((crossing as ORPCError<string, unknown>).toJSON());
    expect(text).not.toContain('secret');
    const requestId = /request ([0-9a-f-]+)/.exec(text)?.[1];
    expect(logged).toEqual([expect.stringContaining(String(requestId))]);
  });

  test('a failure that the contract declares passes as it is', async () => {
    const { call, logged } = guarded();
    const failure = new ORPCError('notSignedIn', { defined: true });
    await expect(call(() => Promise.reject(failure))).rejects.toBe(failure);
    expect(logged).toEqual([]);
  });
});

test('the log masks numbers and what a parser quotes, and keeps ids, files and places', () => {
  const told: string[] = [];
  const log = maskedLogger({
    info: (message) => told.push(message),
    error: (message, error) => told.push(`${message} ${error instanceof Error ? `${error.name} ${error.stack}` : ''}`),
  });
  log.info('call back 138 1234-5678, request 01930000-0000-7000-8000-900000000001');
  log.error('backup counterpart-20261122-010000.db', new RangeError('no place for 13812345678'));
  const parse = () => JSON.parse('欧阳雪莹 13812345678') as unknown;
  try {
    parse();
  } catch (error) {
    log.error('unreadable', error);
  }
  const all = told.join('\n');
  expect(all).not.toMatch(/138 ?1234|1234-?5678|欧阳/);
  expect(all).toContain('request 01930000-0000-7000-8000-900000000001');
  expect(all).toContain('counterpart-20261122-010000.db RangeError');
  expect(all).toMatch(/call-guard\.test\.ts\S*:\d+:\d+/);
});
