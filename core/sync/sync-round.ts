import { syncDisagreed, syncEventSetAside } from '#contract/sync.ts';
import type { WriteHandle } from '../db/open.ts';
import { hex, toWire } from '../journal/event.ts';
import type { Journal } from '../journal/journal.ts';
import { type EachEvent, isDamaged } from '../journal/read-each.ts';
import type { ServerClient } from './server-link.ts';
import { readFact, type SyncFact, writeFact } from './sync-state-repo.ts';

/** Small slices: the core answers keystrokes between them, also when a week is caught up on. */
const BATCH_EVENTS = 100;
const FEED_PAGE = 50;
/** About how many bytes of events one batch holds before packing; the server takes twice as many. */
const BATCH_BYTES = 2 * 1024 * 1024;

export interface RoundParts {
  readonly db: WriteHandle;
  readonly journal: Journal;
  readonly server: ServerClient;
  readonly appVersion: string;
  /** Looked at between two requests: the desk is closing, or left. */
  readonly ended: () => boolean;
}

/** One round: what the server remembers, what goes up, what comes down. Every step is kept before the next, so that it can break off anywhere. */
export async function syncRound(parts: RoundParts, first: boolean): Promise<void> {
  if (first) await compareHeads(parts);
  await sendAll(parts);
  await takeFeed(parts);
}

/** A server that remembers more than we hold, or something else, has seen a journal that was cut or rewritten since. */
async function compareHeads({ db, journal, server }: RoundParts): Promise<void> {
  const { heads } = await server.heads();
  let agreed: SyncFact<'acked'> | null = null;
  for (const head of heads) {
    if (head.seq === 0) continue;
    const [own] = journal.readEach(head, 1);
    const same = own !== undefined && own.epoch === head.epoch && own.seq === head.seq ? own : undefined;
    if (same?.hash && hex(same.hash) === head.hash) {
      agreed = { epoch: head.epoch, seq: head.seq };
      continue;
    }
    const known = readFact(db, 'disagreement');
    if (known?.epoch === head.epoch && known.seq === head.seq) continue;
    const found = { epoch: head.epoch, seq: head.seq };
    journal.transaction(null, (tx) => {
      tx.append(syncDisagreed, {
        ...found,
        serverHash: head.hash,
        ownHash: same?.hash ? hex(same.hash) : null,
      });
      writeFact(tx.db, 'disagreement', found);
    });
  }
  // After a restore the desk may remember less than the server holds: sending it all again would be harmless, but slow.
  const acked = readFact(db, 'acked');
  // A server that was itself set back to a backup is sent again what it lost.
  const setBack = agreed !== null && acked?.epoch === agreed.epoch && agreed.seq < acked.seq;
  if (agreed !== null && (acked === null || setBack || isBehind(acked, agreed))) writeFact(db, 'acked', agreed);
}

const isBehind = (one: SyncFact<'acked'>, other: SyncFact<'acked'>): boolean =>
  one.epoch < other.epoch || (one.epoch === other.epoch && one.seq < other.seq);

async function sendAll(parts: RoundParts): Promise<void> {
  const { db, journal, server, appVersion } = parts;
  while (!parts.ended()) {
    const acked = readFact(db, 'acked') ?? { epoch: 1, seq: 0 };
    const batch = nextBatch(journal, acked);
    const [first] = batch;
    if (first === undefined) return;
    const answer = await server.upload({
      epoch: first.epoch,
      appVersion,
      events: batch.map(onWire),
      ...(first.seq === 1 && first.epoch > 1 ? { previousHash: hex(journal.hashBefore(first)) } : {}),
    });
    keepAnswer(parts, first.epoch, answer);
    // A server that was set back asks for less than we sent: go on from where it stands.
    if (answer.ackedSeq < first.seq) {
      if (answer.ackedSeq < first.seq - 1) continue;
      return;
    }
  }
}

/** One that cannot be opened any more goes up as its place alone: the server sets it aside and takes those after it. */
function onWire(event: EachEvent): unknown {
  if (!isDamaged(event)) return toWire(event);
  const { epoch, seq, hash } = event;
  return { epoch, seq, damaged: true, ...(hash === null ? {} : { hash: hex(hash) }) };
}

function nextBatch(journal: Journal, acked: SyncFact<'acked'>): EachEvent[] {
  const events = journal.readEach({ epoch: acked.epoch, seq: acked.seq + 1 }, BATCH_EVENTS);
  const batch: EachEvent[] = [];
  let bytes = 0;
  for (const event of events) {
    bytes += 600 + (isDamaged(event) ? 0 : JSON.stringify(event.payload ?? null).length * 2);
    if (batch.length > 0 && (event.epoch !== batch[0]?.epoch || bytes > BATCH_BYTES)) break;
    batch.push(event);
  }
  return batch;
}

function keepAnswer(
  { db, journal }: RoundParts,
  epoch: number,
  answer: Awaited<ReturnType<ServerClient['upload']>>,
): void {
  writeFact(db, 'acked', { epoch, seq: answer.ackedSeq });
  const known = readFact(db, 'setAside') ?? [];
  const fresh = answer.quarantined
    .map((one) => ({ epoch, ...one }))
    .filter((one) => !known.some(({ epoch: of, seq }) => of === one.epoch && seq === one.seq));
  if (fresh.length === 0) return;
  journal.transaction(null, (tx) => {
    const since = fresh.map((one) => ({ ...one, sinceMs: tx.append(syncEventSetAside, one).atMs }));
    writeFact(tx.db, 'setAside', [...known, ...since]);
  });
}

async function takeFeed(parts: RoundParts): Promise<void> {
  for (let more = true; more && !parts.ended(); ) {
    const after = readFact(parts.db, 'cursor') ?? 0;
    const page = await parts.server.feed({ after, limit: FEED_PAGE });
    parts.journal.takeForeign(
      page.items.map(({ event }) => event),
      (db) => writeFact(db, 'cursor', page.cursor),
    );
    more = page.more;
  }
}
