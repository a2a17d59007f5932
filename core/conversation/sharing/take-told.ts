import {
  lostStepsSeen,
  type SharedState,
  sharedConversationTold,
  sharedDefinitionTold,
  sharedOfferDeclined,
  sharedPromiseKept,
} from '#contract/conversation/shared.ts';
import type { PayloadOf } from '#contract/declare-event.ts';
import { syncEnrolled } from '#contract/sync.ts';
import type { ReadHandle, WriteHandle } from '#core/db/open.ts';
import type { OpenEvent } from '#core/journal/event.ts';
import type { FieldSealer } from '#core/journal/field-sealer.ts';
import { on } from '#core/journal/projection.ts';
import { leads } from '../authority.ts';
import {
  findConversation,
  hasDefinition,
  insertDefinition,
  putConversation,
  readDefinition,
  updateConversation,
} from '../conversation-repo.ts';
import { evolve } from '../evolve.ts';
import { missingForFinish } from '../gates.ts';
import type { Conversation } from '../state.ts';
import type { StepEvent } from '../step-event.ts';
import { compareHistories, lostSteps } from './compare-histories.ts';
import { forgetDefinitionsTold, noteDefinitionTold } from './definition-told-repo.ts';

/** What the projection of conversations does with what desks of a site tell each other. */
export const sharingHandlers = [
  on(sharedDefinitionTold, (db, { payload, arrived }) => {
    insertDefinition(db, payload.definitionHash, payload.definition);
    if (!arrived) noteDefinitionTold(db, payload.definitionHash);
  }),
  // Another site has heard of nothing yet.
  on(syncEnrolled, forgetDefinitionsTold),
  on(sharedConversationTold, takeTold),
  on(sharedOfferDeclined, takeDeclined),
  on(sharedPromiseKept, takeKept),
  on(lostStepsSeen, (db, { payload }, seal) => {
    const before = findConversation(db, seal, payload.conversationId);
    if (before?.lost) updateConversation(db, seal, { ...before, lost: { ...before.lost, seen: true } });
  }),
];

export function isShared(kind: string): boolean {
  return kind.startsWith('sharedConversation.');
}

/** Accepted at this desk: from now on it is here, wherever it was. */
export function takenHere(state: Conversation, { kind }: StepEvent): Conversation {
  if (kind !== 'conversation.handOverAccepted' || !state.elsewhere) return state;
  const { elsewhere: _elsewhere, lost: _lost, ...here } = state;
  return here;
}

function takeTold(
  db: WriteHandle,
  { payload, arrived }: OpenEvent<PayloadOf<typeof sharedConversationTold>>,
  seal: FieldSealer,
): void {
  const before = findConversation(db, seal, payload.conversationId);
  if (!arrived) {
    if (before && !before.shared) updateConversation(db, seal, { ...before, shared: true });
    return;
  }
  const told = payload.state;
  if (told.id !== payload.conversationId || !isSound(db, told)) return;
  if (before && compareHistories(before, told) >= 0) return;
  const lost = before && !before.elsewhere ? lostSteps(before, { ...told, undo: [] }) : before?.lost;
  const after: Conversation = {
    ...told,
    undo: [],
    elsewhere: true,
    shared: true,
    names: { ...before?.names, ...payload.names },
    ...(lost ? { lost } : {}),
  };
  if (!before) putConversation(db, seal, after, arrived());
  updateConversation(db, seal, after);
}

/** No way round a gate over the wire: taken only by whom it was offered to, ended only with everything that an end asks for. */
function isSound(db: ReadHandle, told: SharedState): boolean {
  if (!hasDefinition(db, told.definitionHash)) return false;
  let owner = told.owners.length;
  for (const { answer, byId, toId } of told.handOvers.toReversed()) {
    if (answer !== 'accepted') continue;
    owner -= 1;
    const by = told.owners[owner];
    if (by === undefined || by.personId !== byId || (toId !== byId && !leads(by.role))) return false;
  }
  if (told.owners.at(-1)?.personId !== (told.ownerId ?? undefined)) return false;
  return told.state !== 'finished' || told.brokenOff !== null || isComplete(db, told);
}

function isComplete(db: ReadHandle, told: SharedState): boolean {
  const definition = readDefinition(db, told.definitionHash);
  // How much a post may settle is a figure of the site that changes with time; the rest of what an end asks for does not.
  return definition !== null && missingForFinish({ ...told, undo: [] }, definition, null).length === 0;
}

/** On every desk alike: where two people rang the customer without knowing of each other, the first of them kept it. */
function takeKept(db: WriteHandle, event: OpenEvent<PayloadOf<typeof sharedPromiseKept>>, seal: FieldSealer): void {
  const { atMs, personId, payload } = event;
  const before = findConversation(db, seal, payload.conversationId);
  if (!before?.promise || before.state !== 'finished') return;
  const known = before.promiseKept;
  if (known) {
    const earlier = atMs - known.atMs || ((personId ?? '') < (known.personId ?? '') ? -1 : 0);
    if (earlier < 0) updateConversation(db, seal, { ...before, promiseKept: { atMs, personId } });
    return;
  }
  const kept: StepEvent = { kind: 'conversation.promiseKept', payload };
  updateConversation(db, seal, evolve(before, kept, event));
}

function takeDeclined(
  db: WriteHandle,
  event: OpenEvent<PayloadOf<typeof sharedOfferDeclined>>,
  seal: FieldSealer,
): void {
  const { conversationId, offer, role, words } = event.payload;
  const before = event.arrived ? findConversation(db, seal, conversationId) : null;
  if (!before || before.elsewhere || !before.handOver || before.handOvers.length + 1 !== offer) return;
  const { toId } = before.handOver;
  if (toId === null ? !leads(role) : toId !== event.personId) return;
  const declined: StepEvent = { kind: 'conversation.handOverDeclined', payload: { conversationId, words } };
  updateConversation(db, seal, evolve(before, declined, event));
}
