import type { ConversationView } from '#contract/conversation/view.ts';
import type { Person } from '#contract/people.ts';
import { leads } from './authority.ts';
import type { Conversation, HandOver } from './state.ts';

export interface Looking {
  readonly person: Pick<Person, 'id' | 'role'>;
  nameOf(personId: string | null): string;
}

type OwnershipView = Pick<
  ConversationView,
  'ownerId' | 'ownerName' | 'owners' | 'mine' | 'elsewhere' | 'handOver' | 'handOvers'
>;

/** Who was asked first, who owns it now, and to whom it was offered: the app never stops naming them. */
export function ownershipView(state: Conversation, looking: Looking): OwnershipView {
  const { nameOf, person } = looking;
  const { handOver } = state;
  return {
    ownerId: state.ownerId ?? '',
    ownerName: nameOf(state.ownerId),
    owners: state.owners.map((owner) => ({ ...owner, name: nameOf(owner.personId) })),
    mine: state.ownerId === person.id && !state.elsewhere,
    elsewhere: state.elsewhere ?? false,
    handOver: handOver && { ...handOverView(state, handOver, looking), toId: handOver.toId },
    handOvers: state.handOvers.map((one) => ({
      ...named(one, looking),
      answer: one.answer,
      byName: nameOf(one.byId),
      words: one.words,
      answeredAtMs: one.answeredAtMs,
    })),
  };
}

/** An open hand-over, and what whoever looks may do about it. */
export function handOverView(state: Conversation, handOver: HandOver, looking: Looking) {
  const { id, role } = looking.person;
  const others = state.ownerId !== id;
  return {
    ...named(handOver, looking),
    mayAccept: others && (handOver.toId === id || leads(role)),
    mayDecline: others && (handOver.toId === id || (handOver.toId === null && leads(role))),
  };
}

function named({ fromId, toId, why, note, offeredAtMs }: HandOver, { nameOf }: Looking) {
  return { fromName: nameOf(fromId), toName: toId === null ? null : nameOf(toId), why, note, offeredAtMs };
}
