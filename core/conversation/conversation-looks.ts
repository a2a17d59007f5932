import type { ConversationSummary, ConversationView } from '#contract/conversation/view.ts';
import type { Person } from '#contract/people.ts';
import { type CallContext, requirePerson } from '../call-context.ts';
import { nameOfPerson } from '../people/people-repo.ts';
import { siteCalendar } from '../site-rules/calendar-of-site.ts';
import { readSiteRules } from '../site-rules/site-rules-repo.ts';
import { greetingTime } from '../site-rules/weekend.ts';
import { leads } from './authority.ts';
import { type ConversationDeps, type createConversationDesk, type Loaded, notFound } from './conversation-desk.ts';
import { lineSuccesses } from './conversation-repo.ts';
import { conversationSummary } from './conversation-summary.ts';
import { conversationView } from './conversation-view.ts';
import { lostView } from './sharing/lost-view.ts';
import type { Conversation } from './state.ts';

type Desk = ReturnType<typeof createConversationDesk>;

/** How a conversation is shown to whoever looks at it, and who may look. */
export function createConversationLooks(deps: ConversationDeps, desk: Desk) {
  const { db, journal, clock, catalogue } = deps;
  const nameOf = (personId: string | null) =>
    personId === null ? '' : (nameOfPerson(db, journal.fields, personId) ?? '');
  /** With those whom only the desk knows that it came from. */
  const nameIn = (state: Conversation) => (personId: string | null) =>
    nameOf(personId) || (personId !== null && state.names?.[personId]) || '';

  function show(loaded: Loaded, person: Person): ConversationView {
    const { state, definition } = loaded;
    const rules = readSiteRules(db);
    const nowMs = clock.nowMs();
    const greets = greetingTime(nowMs, rules);
    const newer = desk.newerDefinition(loaded);
    return conversationView(state, definition, {
      catalogue,
      day: greets.day,
      greets,
      successes: lineSuccesses(db, state.stage),
      nowMs,
      rules,
      calendar: siteCalendar(rules),
      releaseOffer: newer && {
        releaseVersion: newer.releaseVersion,
        flowVersion: newer.definition.flow.provenance.version,
      },
      person,
      nameOf: nameIn(state),
      reveal: !state.elsewhere && state.state !== 'finished' && state.ownerId === person.id,
    });
  }

  const summary = (state: Conversation, person: Person): ConversationSummary =>
    conversationSummary(state, desk.definitionOf(state.definitionHash), { person, nameOf: nameIn(state) });

  const lost = (state: Conversation) =>
    lostView(state, desk.definitionOf(state.definitionHash), { nameOf: nameIn(state) });

  /** Whoever has it, had it or is offered it, and leads: for everybody else it is as good as not there. */
  function look(context: CallContext, conversationId: string): { loaded: Loaded; person: Person } {
    const person = requirePerson(context);
    const loaded = desk.load(conversationId);
    const { owners, ownerId, handOver, lost } = loaded.state;
    const concerned =
      [ownerId, handOver?.toId, lost?.ofId].includes(person.id) || owners.some((owner) => owner.personId === person.id);
    if (!concerned && !leads(person.role)) throw notFound('conversation', conversationId);
    return { loaded, person };
  }

  return { nameOf, show, summary, lost, look };
}
