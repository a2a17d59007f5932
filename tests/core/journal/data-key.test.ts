import { describe, expect, it } from 'vitest';
import { obtainDataKey, recoverDataKey, renewRecoveryKey, type Secrets } from '#core/journal/data-key.ts';
import { fixedIds } from '#tests/harness/fixed-ids.ts';
import { copyLines, openJournal } from '#tests/harness/open-journal.ts';

function secretsInMemory(key: Uint8Array | null = null): Secrets & { kept(): Uint8Array | null } {
  let stored = key;
  return {
    protection: 'keyFile',
    loadDataKey: () => Promise.resolve(stored),
    storeDataKey(next) {
      stored = next;
      return Promise.resolve();
    },
    kept: () => stored,
  };
}

describe('the data key', () => {
  it('is made once, with a recovery key to print, and found from then on', async () => {
    const { db } = openJournal();
    const secrets = secretsInMemory();
    const made = await obtainDataKey(db, secrets, fixedIds('key'));
    if (made.outcome !== 'ready') throw new Error('a new database gets a key');
    expect(made.recoveryKey).toMatch(/^\w{5}(-\w{5}){6}$/);
    expect(secrets.kept()).toEqual(made.key);
    expect(await obtainDataKey(db, secrets, fixedIds('other'))).toEqual({
      outcome: 'ready',
      key: made.key,
      recoveryKey: null,
    });
  });

  it('is recognised as wrong or missing', async () => {
    const { db } = openJournal();
    await obtainDataKey(db, secretsInMemory(), fixedIds('key'));
    expect(await obtainDataKey(db, secretsInMemory(), fixedIds())).toEqual({ outcome: 'missingKey' });
    expect(await obtainDataKey(db, secretsInMemory(new Uint8Array(32)), fixedIds())).toEqual({ outcome: 'wrongKey' });
    expect(await obtainDataKey(db, secretsInMemory(new Uint8Array(5)), fixedIds())).toEqual({ outcome: 'wrongKey' });
  });

  it('is not made anew for a journal that already holds sealed events', async () => {
    const { db, journal } = openJournal();
    copyLines(journal, 1);
    expect(await obtainDataKey(db, secretsInMemory(), fixedIds())).toEqual({ outcome: 'missingKey' });
  });

  it('comes back from the printed recovery key on another computer', async () => {
    const { db } = openJournal();
    const made = await obtainDataKey(db, secretsInMemory(), fixedIds('key'));
    if (made.outcome !== 'ready' || made.recoveryKey === null) throw new Error('a new database gets a key');
    const elsewhere = secretsInMemory();
    expect(await recoverDataKey(db, elsewhere, made.recoveryKey.toLowerCase())).toEqual({
      outcome: 'ready',
      key: made.key,
    });
    expect(elsewhere.kept()).toEqual(made.key);
  });

  it('does not come from an older printout, another database, or a slip of the pen', async () => {
    const { db } = openJournal();
    const made = await obtainDataKey(db, secretsInMemory(), fixedIds('key'));
    if (made.outcome !== 'ready' || made.recoveryKey === null) throw new Error('a new database gets a key');
    const renewed = renewRecoveryKey(db, made.key, fixedIds('renewed'));
    const secrets = secretsInMemory();
    expect(await recoverDataKey(db, secrets, made.recoveryKey)).toEqual({ outcome: 'otherKey' });
    expect(await recoverDataKey(db, secrets, `${renewed.slice(0, -1)}U`)).toEqual({
      outcome: 'misspelt',
      position: 35,
    });
    expect(secrets.kept()).toBeNull();
    expect((await recoverDataKey(db, secrets, renewed)).outcome).toBe('ready');
  });
});
