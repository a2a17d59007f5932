import {
  sharedConversationTold,
  sharedDefinitionTold,
  sharedOfferDeclined,
  sharedStateSchema,
} from '#contract/conversation/shared.ts';
import type { WriteHandle } from '#core/db/open.ts';
import type { Journal, JournalTransaction } from '#core/journal/journal.ts';
import { findPerson, nameOfPerson } from '#core/people/people-repo.ts';
import { findConversation, readDefinition } from '../conversation-repo.ts';
import type { Conversation } from '../state.ts';
import type { StepEvent } from '../step-event.ts';
import { isDefinitionTold } from './definition-told-repo.ts';

interface TellingParts {
  readonly db: WriteHandle;
  readonly journal: Journal;
}

/** What the other desks of the site are to know beside the events of a step; inside the step's transaction, after its events. */
type SiteTeller = (tx: JournalTransaction, before: Conversation, events: readonly StepEvent[]) => void;

/** Until a conversation is offered, nothing of it leaves the desk that has it. */
export function createSiteTeller({
  db,
  journal,
  travels = () => false,
}: TellingParts & { readonly travels?: () => boolean }): SiteTeller {
  return (tx, before, events) => {
    if (!travels()) return;
    const after = findConversation(db, journal.fields, before.id);
    if (!after) return;
    if (after.elsewhere) return tellDeclined(tx, { db, journal }, before, events);
    const concerns = before.handOver !== null || after.handOver !== null;
    const goesOn = after.shared && (after.state === 'finished' || events.some(({ kind }) => kind in tellsOfPromises));
    if (concerns || goesOn) tellState(tx, { db, journal }, after);
  };
}

const tellsOfPromises: Readonly<Partial<Record<StepEvent['kind'], true>>> = {
  'conversation.promiseMade': true,
  'conversation.promiseMoved': true,
  'conversation.promiseKept': true,
};

/** A promise that is passed on: whoever keeps it may sit at another desk, and has to know what it is about. */
export function tellPassedOn(tx: JournalTransaction, parts: TellingParts, state: Conversation): void {
  if (!state.elsewhere) tellState(tx, parts, state);
}

/** Where it stands, whole: whoever takes it over sees everything, and each desk can tell by itself which account goes on. */
function tellState(tx: JournalTransaction, { db, journal }: TellingParts, state: Conversation) {
  const { definitionHash, id, customerId } = state;
  const definition = isDefinitionTold(db, definitionHash) ? null : readDefinition(db, definitionHash);
  if (definition) tx.append(sharedDefinitionTold, { definitionHash, definition });
  const { undo: _undo, elsewhere: _elsewhere, shared: _shared, names, lost: _lost, ...told } = state;
  const concerned = [...state.owners.map((owner) => owner.personId), ...state.handOvers.map((one) => one.byId)];
  const known = [...concerned, state.handOver?.toId ?? null].flatMap((personId) => {
    const name = personId === null ? null : nameOfPerson(db, journal.fields, personId);
    return personId === null || name === null ? [] : [[personId, name] as const];
  });
  tx.append(
    sharedConversationTold,
    { conversationId: id, state: sharedStateSchema.parse(told), names: { ...names, ...Object.fromEntries(known) } },
    [customerId, id],
  );
}

/** Declining changes nothing but the offer: the desk that has the conversation takes it from there. */
function tellDeclined(
  tx: JournalTransaction,
  { db, journal }: TellingParts,
  before: Conversation,
  events: readonly StepEvent[],
): void {
  for (const event of events) {
    if (event.kind !== 'conversation.handOverDeclined') continue;
    const { conversationId, words } = event.payload;
    const byId = findConversation(db, journal.fields, conversationId)?.handOvers.at(-1)?.byId ?? '';
    const role = findPerson(db, journal.fields, byId)?.role ?? 'agent';
    tx.append(sharedOfferDeclined, { conversationId, offer: before.handOvers.length + 1, role, words }, [
      before.customerId,
      before.id,
    ]);
  }
}

/** An answer from another desk is told to all by the desk that has the conversation; returns how to stop. */
export function followAnswers(parts: TellingParts): () => void {
  const { db, journal } = parts;
  return journal.onForeign((events) => {
    const answered = new Set(
      events.flatMap(({ kind, payload }) => {
        const read = kind === sharedOfferDeclined.kind ? sharedOfferDeclined.payload.safeParse(payload) : null;
        return read?.success ? [read.data.conversationId] : [];
      }),
    );
    const here = [...answered].flatMap((id) => findConversation(db, journal.fields, id) ?? []);
    const due = here.filter(({ elsewhere, shared }) => shared && !elsewhere);
    if (due.length === 0) return;
    journal.transaction(null, (tx) => {
      for (const state of due) tellState(tx, parts, state);
    });
  });
}
