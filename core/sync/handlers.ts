import { implement, ORPCError } from '@orpc/server';
import { enrolmentText } from '#contract/sync/proof.ts';
import { type SyncStatus, syncContract, syncEnrolled, syncGoneOn, syncLeft } from '#contract/sync.ts';
import { SALVAGED_COPY } from '../backups/backup-folder.ts';
import { type CallContext, requireRole } from '../call-context.ts';
import type { Clock } from '../clock.ts';
import type { WriteHandle } from '../db/open.ts';
import type { Journal } from '../journal/journal.ts';
import { deviceKey } from './device-key.ts';
import type { SyncHost } from './sync-host.ts';
import type { SyncRunner } from './sync-runner.ts';
import { forgetFacts, readFact, writeFact } from './sync-state-repo.ts';

const KEEPERS = ['lead', 'administrator'] as const;

export interface SyncHandlerParts {
  readonly db: WriteHandle;
  readonly journal: Journal;
  readonly clock: Clock;
  readonly installId: string;
  readonly host: SyncHost;
  readonly runner: SyncRunner;
}

export function syncHandlers(parts: SyncHandlerParts) {
  const { db, journal, clock, runner } = parts;
  const os = implement(syncContract).$context<CallContext>();
  return os.router({
    status: os.status.handler(() => syncStatus(parts)),

    enrol: os.enrol.handler(async ({ input, context, errors }) => {
      const person = requireRole(context, KEEPERS);
      const key = deviceKey(db, journal.fields);
      const text = enrolmentText(input.code, parts.installId, key.publicKey);
      const { plainClient } = await import('./server-link.ts');
      const joined = await plainClient(input.serverUrl, parts.host.fetch)
        .enrol({
          code: input.code,
          installId: parts.installId,
          publicKey: key.publicKey,
          signature: key.sign(text),
          name: input.deskName,
          appVersion: parts.host.appVersion,
        })
        .catch((error: unknown) => {
          throw errors.enrolmentRefused({ data: { why: whyRefused(error) } });
        });
      const { siteId, siteName, role, serverId } = joined;
      journal.transaction(person.id, (tx) => {
        tx.append(syncEnrolled, { serverUrl: input.serverUrl, serverId, siteId, siteName, role });
        const enrolment = { serverUrl: input.serverUrl, serverId, siteId, siteName, role, enrolledAtMs: clock.nowMs() };
        // Another server has nothing of ours yet, and its feed counts for itself.
        if (readFact(tx.db, 'enrolment')?.serverId !== serverId) {
          forgetFacts(tx.db, ['acked', 'cursor', 'clockOffsetMs', 'lastSuccessAtMs', 'setAside', 'disagreement']);
        }
        forgetFacts(tx.db, ['held']);
        writeFact(tx.db, 'enrolment', enrolment);
      });
      runner.start();
      return syncStatus(parts);
    }),

    leave: os.leave.handler(({ context }) => {
      const person = requireRole(context, KEEPERS);
      const enrolment = readFact(db, 'enrolment');
      if (enrolment !== null) {
        journal.transaction(person.id, (tx) => {
          tx.append(syncLeft, { serverUrl: enrolment.serverUrl });
          forgetFacts(tx.db, ['enrolment', 'held']);
        });
        runner.start();
      }
      return syncStatus(parts);
    }),

    goOnAfterRestore: os.goOnAfterRestore.handler(({ context }) => {
      const person = requireRole(context, KEEPERS);
      const held = readFact(db, 'held');
      if (held !== null) {
        journal.transaction(person.id, (tx) => {
          tx.append(syncGoneOn, { backup: held.backup });
          forgetFacts(tx.db, ['held']);
        });
        runner.start();
      }
      return syncStatus(parts);
    }),

    tryNow: os.tryNow.handler(() => {
      runner.tryNow();
      return null;
    }),
  });
}

/** How desk and server stand, in one look. */
function syncStatus({ db, journal, runner }: SyncHandlerParts): SyncStatus {
  const enrolment = readFact(db, 'enrolment');
  const acked = readFact(db, 'acked') ?? { epoch: 1, seq: 0 };
  const pending = enrolment === null ? 0 : journal.countAfter(acked);
  const [oldest] = pending > 0 ? journal.readEach({ epoch: acked.epoch, seq: acked.seq + 1 }, 1) : [];
  const { running, problem } = runner.now();
  const lastSuccessAtMs = readFact(db, 'lastSuccessAtMs');
  const held = enrolment === null ? null : readFact(db, 'held');
  return {
    state: stateOf({
      enrolled: enrolment !== null,
      held: held !== null,
      running,
      troubled: problem !== null,
      pending,
      everLevel: lastSuccessAtMs !== null,
    }),
    enrolment: enrolment === null ? null : withoutServerId(enrolment),
    held: held && { ...held, salvaged: held.backup === SALVAGED_COPY },
    pending,
    pendingSinceMs: oldest?.atMs ?? null,
    lastSuccessAtMs,
    problem,
    quarantined: (readFact(db, 'setAside') ?? []).map((one) => ({ ...one, sinceMs: one.sinceMs ?? null })),
    disagreement: readFact(db, 'disagreement'),
  };
}

function stateOf(at: {
  enrolled: boolean;
  held: boolean;
  running: boolean;
  troubled: boolean;
  pending: number;
  everLevel: boolean;
}): SyncStatus['state'] {
  if (!at.enrolled) return 'alone';
  if (at.held) return 'held';
  if (at.troubled) return 'troubled';
  if (at.pending === 0 && at.everLevel) return 'upToDate';
  return at.running ? 'sending' : 'pending';
}

function withoutServerId({
  serverId: _serverId,
  ...rest
}: NonNullable<SyncStatus['enrolment']> & { serverId: string }) {
  return rest;
}

function whyRefused(error: unknown): 'code' | 'unreachable' | 'notUnderstood' {
  if (!(error instanceof ORPCError)) return error instanceof SyntaxError ? 'notUnderstood' : 'unreachable';
  return error.code === 'codeRefused' || error.status === 403 ? 'code' : 'notUnderstood';
}
