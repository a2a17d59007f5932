import { createHash } from 'node:crypto';
import { implement } from '@orpc/server';
import { type ChangeTopic, recoveryKeyConfirmed, type SystemStatus, systemContract } from '#contract/system.ts';
import { CONTRACT_VERSION } from '#contract/version.ts';
import { type CallContext, requireRole } from '../call-context.ts';
import { readMeta, writeMeta } from '../db/meta-repo.ts';
import type { WriteHandle } from '../db/open.ts';
import type { StorageWatch } from '../db/storage-watch.ts';
import type { Ids } from '../ids.ts';
import type { Secrets } from '../journal/data-key.ts';
import type { Journal } from '../journal/journal.ts';
import { makeRecoverySecret, printRecoveryKey, wrapDataKey } from '../journal/recovery-key.ts';
import type { ChangeFeed } from './change-feed.ts';
import { provesPrintedKey } from './recovery-confirmation.ts';

export interface SystemDeps {
  db: WriteHandle;
  journal: Journal;
  ids: Ids;
  dataKey: Uint8Array;
  secrets: Pick<Secrets, 'protection'>;
  dataDir: string;
  release: NonNullable<SystemStatus['release']>;
  storage: Pick<StorageWatch, 'state'>;
  changes: ChangeFeed<ChangeTopic>;
}

const MAY_ACKNOWLEDGE = ['lead', 'administrator'] as const;

export function systemHandlers(deps: SystemDeps) {
  const { db, journal, ids, dataKey, secrets, dataDir, release, storage, changes } = deps;
  const os = implement(systemContract).$context<CallContext>();
  /** Made and shown, but not yet proved to be on paper. The one before keeps working until then. */
  let shown: { secret: Uint8Array; recoveryKey: string } | null = null;

  return os.router({
    status: os.status.handler(() => ({
      contractVersion: CONTRACT_VERSION,
      state: readMeta(db, 'recoveryKeyPrinted') === null ? 'needsRecoveryPrint' : 'ready',
      keyProtection: secrets.protection,
      journal: journal.health(),
      release,
      storage: storage.state(),
      dataDir,
    })),
    createRecoveryKey: os.createRecoveryKey.handler(() => {
      const secret = makeRecoverySecret(ids.bytes);
      shown = { secret, recoveryKey: printRecoveryKey(secret) };
      return { recoveryKey: shown.recoveryKey };
    }),
    confirmRecoveryKey: os.confirmRecoveryKey.handler(({ input, context, errors }) => {
      if (!shown || !provesPrintedKey(input.recoveryKey, shown.recoveryKey)) {
        throw errors.recoveryKeyRefused({ data: { why: shown ? 'malformed' : 'wrongKey' } });
      }
      const wrapped = wrapDataKey(dataKey, shown.secret, ids.bytes);
      const fingerprint = createHash('sha256').update(wrapped).digest('hex').slice(0, 16);
      journal.transaction(context.person()?.id ?? null, (tx) => {
        writeMeta(tx.db, 'wrappedDataKey', wrapped);
        writeMeta(tx.db, 'recoveryKeyPrinted', new Uint8Array([1]));
        tx.append(recoveryKeyConfirmed, { fingerprint });
      });
      shown = null;
      return null;
    }),
    unlock: os.unlock.handler(() => null),
    // The database of this desk opened: there is nothing to restore it from but the page of backups.
    damage: os.damage.handler(() => ({ backups: [], events: null, dataDir })),
    restoreDamaged: os.restoreDamaged.handler(({ input, errors }) => {
      throw errors.notFound({ data: { what: 'backup', id: input.name } });
    }),
    goOnWithReadable: os.goOnWithReadable.handler(({ errors }) => {
      throw errors.backupUnusable();
    }),
    acknowledgeFindings: os.acknowledgeFindings.handler(({ context }) => {
      const person = requireRole(context, MAY_ACKNOWLEDGE);
      journal.acknowledgeFindings(person.id);
      changes.announce(['system']);
      return null;
    }),
    changes: os.changes.handler(({ signal }) => changes.follow(signal)),
  });
}
