import {
  type ConversationDefinition,
  conversationDefinitionSchema,
  type conversationStarted,
} from '#contract/conversation/events.ts';
import type { ConversationState } from '#contract/conversation/terms.ts';
import type { PayloadOf } from '#contract/declare-event.ts';
import { canonicalText } from '#ledger/canonical.ts';
import type { ReadHandle, WriteHandle } from '../db/open.ts';
import { prepared } from '../db/prepared.ts';
import type { OpenEvent } from '../journal/event.ts';
import type { FieldSealer } from '../journal/field-sealer.ts';
import { type Conversation, startedConversation } from './state.ts';

interface ConversationRow {
  conversation_id: string;
  conversation_sealed: Uint8Array;
}

const placeOf = (conversationId: string): string => `conversation.conversation_sealed:${conversationId}`;

function toConversation(row: ConversationRow, seal: FieldSealer): Conversation {
  // What is sealed here was written by this file and authenticated by its seal.
  return JSON.parse(seal.open(row.conversation_sealed, placeOf(row.conversation_id))) as Conversation;
}

export function findConversation(db: ReadHandle, seal: FieldSealer, conversationId: string): Conversation | null {
  const row = prepared(db, 'SELECT * FROM conversation WHERE conversation_id = ?').get(conversationId) as
    | ConversationRow
    | undefined;
  return row ? toConversation(row, seal) : null;
}

/** The conversation a person is in; at most one is running for each. */
export function findRunning(db: ReadHandle, seal: FieldSealer, ownerId: string): Conversation | null {
  const row = prepared(db, "SELECT * FROM conversation WHERE owner_id = ? AND state = 'running'").get(ownerId) as
    | ConversationRow
    | undefined;
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
  }) as ConversationRow[];
  return rows.map((row) => toConversation(row, seal));
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
  const conversation = startedConversation(event.payload, event.personId, event.atMs);
  prepared(
    db,
    `INSERT INTO conversation (conversation_id, owner_id, customer_id, state, definition_hash, started_at_ms, epoch, seq,
       number_lookup, conversation_sealed)
     VALUES (@id, @ownerId, @customerId, @state, @definitionHash, @startedAtMs, @epoch, @seq, @lookup, @sealed)`,
  ).run({
    ...changing(conversation, seal),
    ownerId: conversation.ownerId,
    customerId: conversation.customerId,
    definitionHash: conversation.definitionHash,
    startedAtMs: conversation.startedAtMs,
    epoch: event.epoch,
    seq: event.seq,
  });
}

export function updateConversation(db: WriteHandle, seal: FieldSealer, conversation: Conversation): void {
  prepared(
    db,
    `UPDATE conversation SET state = @state, number_lookup = @lookup, conversation_sealed = @sealed
     WHERE conversation_id = @id`,
  ).run(changing(conversation, seal));
}

/** Canonical, because a payload read back from the journal has its keys in another order than a fresh one. */
function changing(conversation: Conversation, seal: FieldSealer) {
  const number = conversation.customer.number ?? conversation.fields['contactNumber'] ?? '';
  const digits = number.replaceAll(/\D/g, '');
  return {
    id: conversation.id,
    state: conversation.state,
    lookup: digits === '' ? null : numberLookup(seal, digits),
    sealed: seal.seal(canonicalText(conversation), placeOf(conversation.id)),
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
