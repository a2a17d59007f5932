import { ORPCError } from '@orpc/server';
import Database from 'better-sqlite3';
import { describe, expect, test } from 'vitest';
import { guardCalls } from '#core/call-guard.ts';
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
