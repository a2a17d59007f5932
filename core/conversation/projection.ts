import { conversationStarted, definitionPinned } from '#contract/conversation/events.ts';
import type { EventDeclaration } from '#contract/declare-event.ts';
import { lineSaid } from '#contract/library.ts';
import { figuresKept } from '#contract/privacy.ts';
import { type EventHandler, on, projection } from '../journal/projection.ts';
import {
  countSuccess,
  findConversation,
  insertConversation,
  insertDefinition,
  keepConversations,
  updateConversation,
} from './conversation-repo.ts';
import { evolve, evolveSaid } from './evolve.ts';
import { forgettingConversations } from './forget-repo.ts';
import { helpfulLines } from './helpful-lines.ts';
import { isShared, sharingHandlers, takenHere } from './sharing/take-told.ts';
import { type StepEvent, stepEvents } from './step-event.ts';

/** After an erasure the conversation is gone from here; its events stay in the journal's counts, its figures in an event of their own. */
export const conversationProjection = projection(
  'conversations',
  ['conversation_definition', 'shared_definition', 'conversation', 'line_success'],
  [
    on(definitionPinned, (db, event) => insertDefinition(db, event.payload.definitionHash, event.payload.definition)),
    on(conversationStarted, (db, event, seal) => insertConversation(db, seal, event)),
    ...Object.values(stepEvents).map(onStep),
    ...sharingHandlers,
    on(lineSaid, (db, event, seal) => {
      const { conversationId, entryId, version, variant } = event.payload;
      const before = conversationId === null ? null : findConversation(db, seal, conversationId);
      // Said at this desk before it was known that another one has it: the library counts it, the record is theirs.
      if (before && !before.elsewhere)
        updateConversation(db, seal, evolveSaid(before, { entryId, version, variant, atMs: event.atMs }));
    }),
    on(figuresKept, (db, { payload }) => {
      for (const { entryId, stage } of payload.helped) countSuccess(db, entryId, stage);
    }),
  ],
  isShared,
  () => false,
  forgettingConversations,
  keepConversations,
);

function onStep(declaration: EventDeclaration<StepEvent['kind'], { conversationId: string }>): EventHandler {
  return on(declaration, (db, event, seal) => {
    const before = findConversation(db, seal, event.payload.conversationId);
    if (!before) return;
    // The journal checked the payload against the declaration of this very kind.
    const step = { kind: declaration.kind, payload: event.payload } as StepEvent;
    updateConversation(db, seal, takenHere(evolve(before, step, event), step));
    if (step.kind !== 'conversation.finished') return;
    for (const { entryId, stage } of helpfulLines(before)) countSuccess(db, entryId, stage);
  });
}
