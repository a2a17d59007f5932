import {
  type ConversationDefinition,
  conversationDefinitionSchema,
  type conversationStarted,
} from '#contract/conversation/events.ts';
import type { ConversationState } from '#contract/conversation/terms.ts';
import type { PayloadOf } from '#contract/declare-event.ts';
import type { JournalPlace } from '#contract/journal.ts';
import type { Stage } from '#contract/vocabulary.ts';
import { canonicalText } from '#ledger/canonical.ts';
import type { ReadHandle, WriteHandle } from '../db/open.ts';
import { prepared } from '../db/prepared.ts';
import { WriteBehind } from '../db/write-behind.ts';
import type { OpenEvent } from '../journal/event.ts';
import type { FieldSealer } from '../journal/field-sealer.ts';
import type { KeepWhileRebuilding } from '../journal/projection.ts';
import { type Conversation, startedConversation } from './state.ts';

interface ConversationRow {
  conversation_id: string;
  conversation_sealed: Uint8Array;
}

const placeOf = (conversationId: string): string => `conversation.conversation_sealed:${conversationId}`;

function toConversation(row: ConversationRow, seal: FieldSealer): Conversation {
  // What is sealed here was written by this file and authenticated by its seal.
  const stored = JSON.parse(seal.open(row.conversation_sealed, placeOf(row.conversation_id))) as Conversation;
  return stored.owners === undefined ? { ...notNotedBefore(stored), ...stored } : stored;
}

/** What rows from before hand-overs do not hold yet. */
function notNotedBefore({ ownerId, startedAtMs }: Conversation) {
  return {
    owners: ownerId === null ? [] : [{ personId: ownerId, role: 'agent' as const, sinceMs: startedAtMs }],
    handOver: null,
    handOvers: [],
    backedYuan: null,
    promiseKept: null,
    movedPromises: [],
    carried: [],
    undo: [],
    touched: {},
  };
}

function selected(rows: unknown[], seal: FieldSealer): Conversation[] {
  return (rows as ConversationRow[]).map((row) => toConversation(row, seal));
}

export function findConversation(db: ReadHandle, seal: FieldSealer, conversationId: string): Conversation | null {
  const held = keptOf(db)?.get(conversationId);
  if (held) return held.conversation;
  const row = prepared(db, 'SELECT * FROM conversation WHERE conversation_id = ?').get(conversationId) as
    | ConversationRow
    | undefined;
  return row ? toConversation(row, seal) : null;
}

/** The conversation a person is in at this desk; at most one is running for each. */
export function findRunning(db: ReadHandle, seal: FieldSealer, ownerId: string): Conversation | null {
  const row = prepared(
    db,
    "SELECT * FROM conversation WHERE owner_id = ? AND state = 'running' AND held_elsewhere = 0",
  ).get(ownerId) as ConversationRow | undefined;
  return row ? toConversation(row, seal) : null;
}

export interface ConversationQuery {
  readonly ownerId: string | null;
  readonly state: ConversationState | null;
  /** The whole number, digits only. */
  readonly number: string | null;
  readonly limit: number;
}

/** Conversations that fit, the latest started first. */
export function listConversations(db: ReadHandle, seal: FieldSealer, query: ConversationQuery): Conversation[] {
  const rows = prepared(
    db,
    `SELECT * FROM conversation
     WHERE (@ownerId IS NULL OR owner_id = @ownerId)
       AND (@state IS NULL OR state = @state)
       AND (@lookup IS NULL OR number_lookup = @lookup)
     ORDER BY epoch DESC, seq DESC LIMIT @limit`,
  ).all({
    ownerId: query.ownerId,
    state: query.state,
    lookup: query.number === null ? null : numberLookup(seal, query.number),
    limit: query.limit,
  });
  return selected(rows, seal);
}

/** Offered to this person and, for a lead, to any: the oldest first, so that nobody is left waiting. */
export function listOffered(db: ReadHandle, seal: FieldSealer, personId: string, lead: boolean): Conversation[] {
  const rows = prepared(
    db,
    `SELECT * FROM conversation
     WHERE offered_at_ms IS NOT NULL AND owner_id IS NOT @personId AND (@lead = 1 OR offered_to = @personId)
     ORDER BY offered_at_ms, epoch, seq`,
  ).all({ personId, lead: lead ? 1 : 0 });
  return selected(rows, seal);
}

/** Where this person's last steps were overtaken by another desk, until they have seen it. */
export function listLost(db: ReadHandle, seal: FieldSealer, personId: string): Conversation[] {
  const rows = prepared(db, 'SELECT * FROM conversation WHERE lost_by = ? ORDER BY epoch, seq').all(personId);
  return selected(rows, seal);
}

/** Promises that were not kept yet, of one person or (null) of the desk, the next due first. */
export function listPromised(db: ReadHandle, seal: FieldSealer, ownerId: string | null, limit: number): Conversation[] {
  const rows = prepared(
    db,
    `SELECT * FROM conversation
     WHERE promise_due_at_ms IS NOT NULL AND held_elsewhere = 0 AND (@ownerId IS NULL OR owner_id = @ownerId)
     ORDER BY promise_due_at_ms, epoch, seq LIMIT @limit`,
  ).all({ ownerId, limit });
  return selected(rows, seal);
}

/** The same of conversations that another desk has and told this one of, whoever made them. */
export function listPromisedElsewhere(db: ReadHandle, seal: FieldSealer, limit: number): Conversation[] {
  const rows = prepared(
    db,
    `SELECT * FROM conversation WHERE promise_due_at_ms IS NOT NULL AND held_elsewhere = 1
     ORDER BY promise_due_at_ms, epoch, seq LIMIT ?`,
  ).all(limit);
  return selected(rows, seal);
}

/** Lines that were said in a stage of conversations that ended with an accepted finding, with how often. */
export function lineSuccesses(db: ReadHandle, stage: Stage): Map<string, number> {
  const rows = prepared(db, 'SELECT entry_id, times FROM line_success WHERE stage = ?').all(stage) as {
    entry_id: string;
    times: number;
  }[];
  return new Map(rows.map((row) => [row.entry_id, row.times]));
}

export function countSuccess(db: WriteHandle, entryId: string, stage: Stage): void {
  prepared(
    db,
    `INSERT INTO line_success (entry_id, stage, times) VALUES (?, ?, 1)
     ON CONFLICT (entry_id, stage) DO UPDATE SET times = times + 1`,
  ).run(entryId, stage);
}

/** The id under which a customer's data is kept, found again by their whole number. */
export function customerIdOf(db: ReadHandle, seal: FieldSealer, number: string): string | null {
  const row = prepared(
    db,
    'SELECT customer_id FROM conversation WHERE number_lookup = ? ORDER BY epoch DESC, seq DESC LIMIT 1',
  ).get(numberLookup(seal, number)) as { customer_id: string } | undefined;
  return row?.customer_id ?? null;
}

export function insertConversation(
  db: WriteHandle,
  seal: FieldSealer,
  event: OpenEvent<PayloadOf<typeof conversationStarted>>,
): void {
  putConversation(db, seal, startedConversation(event.payload, event.personId, event.atMs), event);
}

/** Adds a conversation at its place in the order of this desk's journal. */
export function putConversation(
  db: WriteHandle,
  seal: FieldSealer,
  conversation: Conversation,
  { epoch, seq }: JournalPlace,
): void {
  const kept = keptOf(db);
  if (kept) kept.set(conversation.id, { conversation, place: { epoch, seq } });
  else storeNew(db, seal, conversation, { epoch, seq });
}

function storeNew(db: WriteHandle, seal: FieldSealer, conversation: Conversation, place: JournalPlace): void {
  prepared(
    db,
    `INSERT INTO conversation (conversation_id, owner_id, customer_id, state, definition_hash, started_at_ms, epoch, seq,
       number_lookup, promise_due_at_ms, offered_to, offered_at_ms, held_elsewhere, lost_by, conversation_sealed)
     VALUES (@id, @ownerId, @customerId, @state, @definitionHash, @startedAtMs, @epoch, @seq, @lookup, @promiseDueAtMs,
       @offeredTo, @offeredAtMs, @heldElsewhere, @lostBy, @sealed)`,
  ).run({
    ...sealedRow(conversation, seal),
    customerId: conversation.customerId,
    startedAtMs: conversation.startedAtMs,
    ...place,
  });
}

export function updateConversation(db: WriteHandle, seal: FieldSealer, conversation: Conversation): void {
  const kept = keptOf(db);
  if (kept) kept.set(conversation.id, { conversation, place: kept.get(conversation.id)?.place ?? null });
  else storeChanged(db, seal, conversation);
}

function storeChanged(db: WriteHandle, seal: FieldSealer, conversation: Conversation): void {
  prepared(
    db,
    `UPDATE conversation
     SET owner_id = @ownerId, state = @state, definition_hash = @definitionHash, number_lookup = @lookup,
       promise_due_at_ms = @promiseDueAtMs, offered_to = @offeredTo, offered_at_ms = @offeredAtMs,
       held_elsewhere = @heldElsewhere, lost_by = @lostBy, conversation_sealed = @sealed
     WHERE conversation_id = @id`,
  ).run(sealedRow(conversation, seal));
}

interface Kept {
  readonly conversation: Conversation;
  /** Of one that is not stored yet. */
  readonly place: JournalPlace | null;
}

/** Conversations in hand while the tables are filled again: sealing each after each of its events would take most of the time. */
const kept = new WeakMap<ReadHandle, WriteBehind<Kept>>();
const keptOf = (db: ReadHandle): WriteBehind<Kept> | undefined => kept.get(db);

export const keepConversations: KeepWhileRebuilding = (db, seal) => {
  const held = new WriteBehind<Kept>((_id, { conversation, place }) => {
    if (place === null) storeChanged(db, seal, conversation);
    else storeNew(db, seal, conversation, place);
  });
  kept.set(db, held);
  return (applied) => {
    kept.delete(db);
    if (applied) held.writeAll();
  };
};

/** Canonical, because a payload read back from the journal has its keys in another order than a fresh one. */
function sealedRow(conversation: Conversation, seal: FieldSealer) {
  const number = conversation.customer.number ?? conversation.fields['contactNumber'] ?? '';
  const digits = number.replaceAll(/\D/g, '');
  return {
    id: conversation.id,
    ownerId: conversation.ownerId,
    state: conversation.state,
    definitionHash: conversation.definitionHash,
    lookup: digits === '' ? null : numberLookup(seal, digits),
    sealed: seal.seal(canonicalText(conversation), placeOf(conversation.id)),
    // Who has it looks after its promise.
    promiseDueAtMs: conversation.promiseKept ? null : (conversation.promise?.dueAtMs ?? null),
    offeredTo: conversation.handOver?.toId ?? null,
    offeredAtMs: conversation.handOver?.offeredAtMs ?? null,
    heldElsewhere: conversation.elsewhere ? 1 : 0,
    lostBy: conversation.lost && !conversation.lost.seen ? conversation.lost.ofId : null,
  };
}

function numberLookup(seal: FieldSealer, number: string): Uint8Array {
  return seal.lookup(`conversation.number:${number.replaceAll(/\D/g, '')}`);
}

export function hasDefinition(db: ReadHandle, definitionHash: string): boolean {
  return (
    prepared(db, 'SELECT 1 FROM conversation_definition WHERE definition_hash = ?').get(definitionHash) !== undefined
  );
}

export function insertDefinition(db: WriteHandle, definitionHash: string, definition: ConversationDefinition): void {
  prepared(
    db,
    `INSERT INTO conversation_definition (definition_hash, definition_json) VALUES (?, ?)
     ON CONFLICT (definition_hash) DO NOTHING`,
  ).run(definitionHash, canonicalText(definition));
}

export function readDefinition(db: ReadHandle, definitionHash: string): ConversationDefinition | null {
  const row = prepared(db, 'SELECT definition_json FROM conversation_definition WHERE definition_hash = ?').get(
    definitionHash,
  ) as { definition_json: string } | undefined;
  return row ? conversationDefinitionSchema.parse(JSON.parse(row.definition_json)) : null;
}
