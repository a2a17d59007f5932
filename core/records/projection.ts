import { conversationStarted } from '#contract/conversation/events.ts';
import { sharedConversationTold, sharedOfferDeclined } from '#contract/conversation/shared.ts';
import type { EventDeclaration } from '#contract/declare-event.ts';
import type { SpecialCall } from '#contract/library/special-call.ts';
import { numberShown } from '#contract/records.ts';
import { specialCallStarted } from '#contract/special-calls/events.ts';
import { stepEvents } from '../conversation/step-event.ts';
import type { ReadHandle, WriteHandle } from '../db/open.ts';
import type { OpenEvent } from '../journal/event.ts';
import type { FieldSealer } from '../journal/field-sealer.ts';
import { type EventHandler, on, projection } from '../journal/projection.ts';
import { callEvents } from '../special-calls/call-event.ts';
import { findSpecialCall, readCallDefinition } from '../special-calls/special-call-repo.ts';
import { forgettingRecords } from './forget-repo.ts';
import { insertBlankLook, insertLook } from './number-look-repo.ts';
import { recordOfSpecialCall } from './record.ts';
import { putRecord } from './record-repo.ts';
import { keepRecords, registerConversation } from './register-conversation.ts';

/** Steps that change nothing a record is found by or shown with. */
const SILENT: ReadonlySet<string> = new Set([
  'conversation.actionTicked',
  'conversation.actionUnticked',
  'conversation.noteWritten',
  'conversation.moodMarked',
  'conversation.questionAnswered',
  'conversation.questionRevisited',
  'conversation.stageAdvanced',
  'conversation.steppedBack',
  'specialCall.stepSaid',
  'specialCall.answered',
  'specialCall.wentOn',
  'specialCall.readBack',
  'specialCall.steppedBack',
]);

/**
 * The register of past contacts. Where a contact stands is the business of the projections of conversations and special calls:
 * this one stands behind them and enters what they made of the same event, so that both never tell two stories.
 */
export const recordsProjection = projection(
  'records',
  ['record', 'record_name', 'record_person', 'number_look'],
  [
    on(conversationStarted, registerConversation),
    ...Object.values(stepEvents).filter(tells).map(onConversation),
    on(sharedConversationTold, registerConversation),
    on(sharedOfferDeclined, registerConversation),
    on(specialCallStarted, registerSpecialCall),
    ...Object.values(callEvents).filter(tells).map(onSpecialCall),
    on(
      numberShown,
      (db, event, seal) => insertLook(db, seal, event),
      (db, event, seal) => insertBlankLook(db, seal, event),
    ),
  ],
  (kind) => kind.startsWith('sharedConversation.'),
  () => false,
  forgettingRecords,
  keepRecords,
);

function tells({ kind }: { readonly kind: string }): boolean {
  return !SILENT.has(kind);
}

function onConversation(declaration: EventDeclaration<string, { conversationId: string }>): EventHandler {
  return on(declaration, registerConversation);
}

function onSpecialCall(declaration: EventDeclaration<string, { specialCallId: string }>): EventHandler {
  return on(declaration, registerSpecialCall);
}

function registerSpecialCall(db: WriteHandle, event: OpenEvent<{ specialCallId: string }>, seal: FieldSealer): void {
  const run = findSpecialCall(db, seal, event.payload.specialCallId);
  const call = run && callOf(db, run.definitionHash);
  if (run && call) putRecord(db, seal, recordOfSpecialCall(run, call), event);
}

/** Definitions are named by the hash of their content: what was read once holds for every database. */
const calls = new Map<string, SpecialCall>();

function callOf(db: ReadHandle, definitionHash: string): SpecialCall | null {
  const call = calls.get(definitionHash) ?? readCallDefinition(db, definitionHash);
  if (call) calls.set(definitionHash, call);
  return call;
}
