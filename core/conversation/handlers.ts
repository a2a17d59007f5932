import { implement } from '@orpc/server';
import { conversationContract } from '#contract/conversation.ts';
import type { Person } from '#contract/people.ts';
import { workOrderDrafted } from '#contract/work-orders.ts';
import { type CallContext, requirePerson, requireRole } from '../call-context.ts';
import { nameOfPerson } from '../people/people-repo.ts';
import { siteTime } from '../site-time.ts';
import { draftWorkOrder } from '../work-orders/draft-work-order.ts';
import { nextWorkOrderNumber } from '../work-orders/work-order-number.ts';
import { type ConversationDeps, createConversationDesk, type Loaded, notFound } from './conversation-desk.ts';
import { listConversations } from './conversation-repo.ts';
import { conversationSummary } from './conversation-summary.ts';
import { conversationView } from './conversation-view.ts';
import { draftSummary } from './draft-summary.ts';
import { startableFlows } from './pin-definition.ts';
import { promiseText } from './promise-text.ts';
import type { StepInput } from './step-input.ts';

const LEADING: readonly Person['role'][] = ['lead', 'administrator'];

export function conversationHandlers(deps: ConversationDeps) {
  const { db, journal, clock, ids, timeZone, catalogue } = deps;
  const os = implement(conversationContract).$context<CallContext>();
  const desk = createConversationDesk(deps);

  const nameOf = (personId: string | null) =>
    personId === null ? '' : (nameOfPerson(db, journal.fields, personId) ?? '');

  const show = ({ state, definition }: Loaded, person: Person) => {
    const nowMs = clock.nowMs();
    const reveal = state.state !== 'finished' && state.ownerId === person.id;
    const { day } = siteTime(nowMs, timeZone);
    return conversationView(state, definition, { catalogue, day, nowMs, timeZone, nameOf, reveal });
  };

  /** Own conversations, and for leads everybody's: others are as good as not there. */
  const look = (context: CallContext, conversationId: string): { loaded: Loaded; person: Person } => {
    const person = requirePerson(context);
    const loaded = desk.load(conversationId);
    if (loaded.state.ownerId !== person.id && !LEADING.includes(person.role)) {
      throw notFound('conversation', conversationId);
    }
    return { loaded, person };
  };

  const step = (context: CallContext, { conversationId }: { conversationId: string }, input: StepInput) => {
    const person = requirePerson(context);
    return show(desk.step(person, conversationId, input), person);
  };

  return os.router({
    start: os.start.handler(({ input, context }) => {
      const person = requirePerson(context);
      return show(desk.start(person, input), person);
    }),
    flows: os.flows.handler(() =>
      startableFlows(catalogue).map(({ id, title, scene, provenance }) => ({
        entryId: id,
        title,
        scene,
        version: provenance.version,
      })),
    ),
    current: os.current.handler(({ context }) => {
      const person = requirePerson(context);
      const loaded = desk.running(person);
      return loaded && show(loaded, person);
    }),
    view: os.view.handler(({ input, context }) => {
      const { loaded, person } = look(context, input.conversationId);
      return show(loaded, person);
    }),
    list: os.list.handler(({ input, context }) => {
      const person = input.whose === 'desk' ? requireRole(context, LEADING) : requirePerson(context);
      const number = input.number?.replaceAll(/\D/g, '') ?? '';
      return listConversations(db, journal.fields, {
        ownerId: input.whose === 'desk' ? null : person.id,
        state: input.state ?? null,
        number: number === '' ? null : number,
        limit: input.limit,
      }).map((state) => conversationSummary(state, desk.definitionOf(state.definitionHash), nameOf));
    }),

    noteCustomer: os.noteCustomer.handler(({ input, context }) =>
      step(context, input, { type: 'noteCustomer', customer: input.customer }),
    ),
    setMood: os.setMood.handler(({ input, context }) => step(context, input, { type: 'setMood', mood: input.mood })),
    tickAction: os.tickAction.handler(({ input, context }) => step(context, input, { type: 'tickAction', ...input })),
    untickAction: os.untickAction.handler(({ input, context }) =>
      step(context, input, { type: 'untickAction', ...input }),
    ),
    captureField: os.captureField.handler(({ input, context }) =>
      step(context, input, { type: 'captureField', ...input }),
    ),
    fillVariable: os.fillVariable.handler(({ input, context }) =>
      step(context, input, { type: 'fillVariable', ...input }),
    ),
    writeNote: os.writeNote.handler(({ input, context }) => step(context, input, { type: 'writeNote', ...input })),

    startTable: os.startTable.handler(({ input, context }) => step(context, input, { type: 'startTable', ...input })),
    answer: os.answer.handler(({ input, context }) => step(context, input, { type: 'answer', ...input })),
    revisit: os.revisit.handler(({ input, context }) => step(context, input, { type: 'revisit', ...input })),
    acceptFinding: os.acceptFinding.handler(({ input, context }) =>
      step(context, input, { type: 'acceptFinding', ...input }),
    ),
    refuseFinding: os.refuseFinding.handler(({ input, context }) =>
      step(context, input, { type: 'refuseFinding', ...input }),
    ),

    chooseOutcome: os.chooseOutcome.handler(({ input, context }) =>
      step(context, input, { type: 'chooseOutcome', ...input }),
    ),
    setPromise: os.setPromise.handler(({ input, context }) => {
      const text = input.text ?? promiseText(input.dueAtMs, clock.nowMs(), timeZone);
      return step(context, input, { type: 'setPromise', dueAtMs: input.dueAtMs, text });
    }),
    openWorkOrder: os.openWorkOrder.handler(({ input, context }) => {
      const person = requirePerson(context);
      const { category, matter } = input;
      const workOrderId = ids.next();
      const number = nextWorkOrderNumber(db, clock.nowMs(), timeZone);
      const opened = desk.step(
        person,
        input.conversationId,
        { type: 'openWorkOrder', workOrderId, number },
        (tx, { state, definition }) =>
          tx.append(workOrderDrafted, draftWorkOrder(state, definition, { workOrderId, number, category, matter }), [
            state.customerId,
          ]),
      );
      return show(opened, person);
    }),

    advanceStage: os.advanceStage.handler(({ input, context }) =>
      step(context, input, { type: 'advanceStage', ...input }),
    ),
    goBack: os.goBack.handler(({ input, context }) => step(context, input, { type: 'goBack', ...input })),
    park: os.park.handler(({ input, context }) => step(context, input, { type: 'park' })),
    resume: os.resume.handler(({ input, context }) => step(context, input, { type: 'resume' })),

    draftSummary: os.draftSummary.handler(({ input, context }) => {
      const { state, definition } = look(context, input.conversationId).loaded;
      return { text: draftSummary(state, definition, { catalogue, timeZone, nowMs: clock.nowMs(), nameOf }) };
    }),
    finish: os.finish.handler(({ input, context }) => step(context, input, { type: 'finish', ...input })),
    breakOff: os.breakOff.handler(({ input, context }) => step(context, input, { type: 'breakOff', ...input })),
    correct: os.correct.handler(({ input, context }) => step(context, input, { type: 'correct', ...input })),
  });
}
