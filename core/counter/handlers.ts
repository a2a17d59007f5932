import { implement, ORPCError } from '@orpc/server';
import { conversationStarted } from '#contract/conversation/events.ts';
import { counterContract, type Slip, slipPrinted, slipShown } from '#contract/counter.ts';
import type { Person } from '#contract/people.ts';
import { type CallContext, requirePerson } from '../call-context.ts';
import { findConversation, readDefinition } from '../conversation/conversation-repo.ts';
import type { WriteHandle } from '../db/open.ts';
import type { Journal } from '../journal/journal.ts';
import { readSettings } from '../settings/settings-repo.ts';
import type { CounterDisplay } from './counter-display.ts';
import { draftSlip } from './slip-draft.ts';

/** Another customer, or another person at the desk: what the one before was shown is gone by then. */
const BLANKING: ReadonlySet<string> = new Set([
  conversationStarted.kind,
  'conversation.resumed',
  'person.signedIn',
  'person.signedOut',
]);

export interface CounterDeps {
  db: WriteHandle;
  journal: Journal;
  display: CounterDisplay;
  siteName(): string;
}

export function counterHandlers({ db, journal, display, siteName }: CounterDeps) {
  const os = implement(counterContract).$context<CallContext>();

  journal.onCommitted((events) => {
    if (events.some(({ kind }) => BLANKING.has(kind))) display.blank();
  });

  const ownConversation = (person: Person, conversationId: string) => {
    const state = findConversation(db, journal.fields, conversationId);
    const definition = state?.ownerId === person.id ? readDefinition(db, state.definitionHash) : null;
    if (!state || !definition) {
      throw new ORPCError('notFound', { defined: true, data: { what: 'conversation', id: conversationId } });
    }
    return { state, definition };
  };
  const languageOf = (person: Person) => readSettings(db, person.id).language;

  const record = (
    declaration: typeof slipShown | typeof slipPrinted,
    person: Person,
    given: { conversationId: string; slip: Slip },
  ) => {
    const { state } = ownConversation(person, given.conversationId);
    journal.transaction(person.id, (tx) => tx.append(declaration, given, [state.customerId, state.id]));
  };

  return os.router({
    draft: os.draft.handler(({ input, context }) => {
      const person = requirePerson(context);
      const { state, definition } = ownConversation(person, input.conversationId);
      return draftSlip(state, definition, {
        language: languageOf(person),
        siteName: siteName(),
        staffName: person.name,
      });
    }),
    show: os.show.handler(({ input, context }) => {
      const person = requirePerson(context);
      record(slipShown, person, input);
      display.show(input.slip, languageOf(person));
      return null;
    }),
    printed: os.printed.handler(({ input, context }) => {
      record(slipPrinted, requirePerson(context), input);
      return null;
    }),
    // Whoever stands nearest may blank it, signed in or not.
    blank: os.blank.handler(() => {
      display.blank();
      return null;
    }),
    shown: os.shown.handler(() => ({ showing: display.isShowing() })),
    slip: os.slip.handler(({ signal }) => display.follow(signal, siteName)),
  });
}
