import type { ConversationDefinition } from '#contract/conversation/events.ts';
import type { JournalPlace } from '#contract/journal.ts';
import { findConversation, readDefinition } from '../conversation/conversation-repo.ts';
import type { Conversation } from '../conversation/state.ts';
import type { ReadHandle, WriteHandle } from '../db/open.ts';
import { WriteBehind } from '../db/write-behind.ts';
import type { OpenEvent } from '../journal/event.ts';
import type { FieldSealer } from '../journal/field-sealer.ts';
import type { KeepWhileRebuilding } from '../journal/projection.ts';
import { recordOfConversation } from './record.ts';
import { putPeople, putRecord } from './record-repo.ts';

/** Enters what the projection of conversations made of the same event. */
export function registerConversation(
  db: WriteHandle,
  event: OpenEvent<{ conversationId: string }>,
  seal: FieldSealer,
): void {
  const { conversationId } = event.payload;
  const state = findConversation(db, seal, conversationId);
  if (!state) return;
  const due = dueRecords.get(db);
  const place = event.arrived?.() ?? event;
  if (!due) {
    enter(db, seal, state, place);
    return;
  }
  const before = due.get(conversationId);
  const owners = before?.owners ?? new Set();
  if (state.ownerId !== null) owners.add(state.ownerId);
  due.set(conversationId, { place: before?.place ?? place, owners });
}

function enter(db: WriteHandle, seal: FieldSealer, state: Conversation, place: JournalPlace): void {
  const definition = definitionOf(db, state.definitionHash);
  if (definition) putRecord(db, seal, recordOfConversation(state, definition), place);
}

interface DueRecord {
  readonly place: JournalPlace;
  /** Everybody who had it while it was not entered. */
  readonly owners: Set<string>;
}

/** While the tables are filled again a conversation is entered once, as it stands in the end, and not after each of its events. */
const dueRecords = new WeakMap<ReadHandle, WriteBehind<DueRecord>>();

export const keepRecords: KeepWhileRebuilding = (db, seal) => {
  const due = new WriteBehind<DueRecord>((conversationId, { place, owners }) => {
    const state = findConversation(db, seal, conversationId);
    if (!state) return;
    enter(db, seal, state, place);
    putPeople(db, conversationId, owners);
  });
  dueRecords.set(db, due);
  return (applied) => {
    dueRecords.delete(db);
    if (applied) due.writeAll();
  };
};

/** Definitions are named by the hash of their content: what was read once holds for every database. */
const definitions = new Map<string, ConversationDefinition>();

function definitionOf(db: ReadHandle, definitionHash: string): ConversationDefinition | null {
  const definition = definitions.get(definitionHash) ?? readDefinition(db, definitionHash);
  if (definition) definitions.set(definitionHash, definition);
  return definition;
}
