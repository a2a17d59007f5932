import { conversationStarted } from '#contract/conversation/events.ts';
import { sharedConversationTold } from '#contract/conversation/shared.ts';
import type { PayloadOf } from '#contract/declare-event.ts';
import { figuresKept } from '#contract/privacy.ts';
import type { ReadHandle, WriteHandle } from '../db/open.ts';
import { prepared } from '../db/prepared.ts';
import type { OpenEvent } from '../journal/event.ts';
import type { FieldSealer } from '../journal/field-sealer.ts';
import type { Forgetting } from '../journal/projection.ts';
import { findConversation, readDefinition } from './conversation-repo.ts';
import { helpfulLines } from './helpful-lines.ts';
import type { Conversation } from './state.ts';

/** Conversations go whole or not at all; what their lines were worth is kept without them. */
export const forgettingConversations: Forgetting = {
  outlives: (db, events, seal) =>
    conversationsIn(db, events, seal, [conversationStarted.kind]).map((state) => ({
      declaration: figuresKept,
      payload: figuresOf(db, state),
      subjectIds: [],
    })),
  forget(db, events, seal) {
    const going = conversationsIn(db, events, seal, [conversationStarted.kind, sharedConversationTold.kind]);
    const ids = new Set(going.map(({ id }) => id));
    for (const state of going) {
      // The event that outlives them counts them again.
      for (const { entryId, stage } of countedLines(state)) uncountSuccess(db, entryId, stage);
      prepared(db, 'DELETE FROM conversation WHERE conversation_id = ?').run(state.id);
    }
    return events.every((event) => {
      const id = conversationIdOf(event);
      return id === null || ids.has(id) || findConversation(db, seal, id) === null;
    });
  },
};

function conversationIdOf({ payload }: OpenEvent): string | null {
  return payload !== null && typeof payload === 'object' && 'conversationId' in payload
    ? String(payload.conversationId)
    : null;
}

/** Those that begin with one of these events: here, or with what another desk told. */
function conversationsIn(
  db: ReadHandle,
  events: readonly OpenEvent[],
  seal: FieldSealer,
  kinds: readonly string[],
): Conversation[] {
  const ids = new Set(events.flatMap((event) => (kinds.includes(event.kind) ? (conversationIdOf(event) ?? []) : [])));
  return [...ids].flatMap((id) => findConversation(db, seal, id) ?? []);
}

function countedLines(state: Conversation) {
  return state.state === 'finished' && state.brokenOff === null ? helpfulLines(state) : [];
}

function figuresOf(db: ReadHandle, state: Conversation): PayloadOf<typeof figuresKept> {
  return {
    kind: 'conversation',
    ownerId: state.ownerId,
    entryId: readDefinition(db, state.definitionHash)?.flow.id ?? '',
    channel: state.channel,
    state: state.brokenOff === null ? state.state : 'brokenOff',
    outcome: state.outcome ?? '',
    startedAtMs: state.startedAtMs,
    endedAtMs: state.finishedAtMs,
    helped: countedLines(state).map(({ entryId, stage }) => ({ entryId, stage })),
  };
}

function uncountSuccess(db: WriteHandle, entryId: string, stage: string): void {
  prepared(db, 'UPDATE line_success SET times = times - 1 WHERE entry_id = ? AND stage = ?').run(entryId, stage);
  prepared(db, 'DELETE FROM line_success WHERE entry_id = ? AND stage = ? AND times <= 0').run(entryId, stage);
}
