import { implement } from '@orpc/server';
import { lostStepsSeen } from '#contract/conversation/shared.ts';
import { conversationContract } from '#contract/conversation.ts';
import type { Person } from '#contract/people.ts';
import { workOrderDrafted } from '#contract/work-orders.ts';
import { type CallContext, requirePerson, requireRole } from '../call-context.ts';
import { findPerson } from '../people/people-repo.ts';
import { siteCalendar } from '../site-rules/calendar-of-site.ts';
import { readSiteRules } from '../site-rules/site-rules-repo.ts';
import { draftWorkOrder } from '../work-orders/draft-work-order.ts';
import { listHandedPromises } from '../work-orders/shifts/shift-repo.ts';
import { nextWorkOrderNumber } from '../work-orders/work-order-number.ts';
import { authorityOf, leads } from './authority.ts';
import { createBlockedWording } from './blocked-wording.ts';
import { type ConversationDeps, createConversationDesk, notFound, stepRefused } from './conversation-desk.ts';
import { createConversationLooks } from './conversation-looks.ts';
import { listConversations, listLost, listOffered, listPromised } from './conversation-repo.ts';
import { draftSummary } from './draft-summary.ts';
import { startableFlows } from './pin-definition.ts';
import { promiseText } from './promise-text.ts';
import type { StepInput } from './step-input.ts';

const LEADING: readonly Person['role'][] = ['lead', 'administrator'];

export function conversationHandlers(given: Omit<ConversationDeps, 'rules'>) {
  const { db, journal, clock, ids, catalogue } = given;
  const deps: ConversationDeps = { ...given, rules: () => readSiteRules(db) };
  const os = implement(conversationContract).$context<CallContext>();
  const desk = createConversationDesk(deps);

  const { nameOf, show, summary, lost, look } = createConversationLooks(deps, desk);
  const blockedWording = createBlockedWording(catalogue);
  const timeZone = () => readSiteRules(db).timeZone;

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
      }).map((state) => summary(state, person));
    }),
    waiting: os.waiting.handler(({ context }) => {
      const person = requirePerson(context);
      return listOffered(db, journal.fields, person.id, leads(person.role)).map((state) => summary(state, person));
    }),
    lost: os.lost.handler(({ context }) => {
      const person = requirePerson(context);
      return listLost(db, journal.fields, person.id).flatMap((state) => {
        const steps = lost(state);
        return steps ? [{ conversation: summary(state, person), lost: steps }] : [];
      });
    }),
    seeLost: os.seeLost.handler(({ input: { conversationId }, context }) => {
      const person = requirePerson(context);
      if (listLost(db, journal.fields, person.id).some(({ id }) => id === conversationId)) {
        const { state } = desk.load(conversationId);
        journal.transaction(person.id, (tx) =>
          tx.append(lostStepsSeen, { conversationId }, [state.customerId, conversationId]),
        );
      }
      return null;
    }),
    promises: os.promises.handler(({ input, context }) => {
      const person = input.whose === 'desk' ? requireRole(context, LEADING) : requirePerson(context);
      const ownerId = input.whose === 'desk' ? null : person.id;
      // What was passed on is for whoever has it now.
      const handed = ownerId === null ? null : listHandedPromises(db);
      return listPromised(db, journal.fields, ownerId, input.limit)
        .filter(({ id }) => !handed?.has(id) || handed.get(id)?.toPersonId === ownerId)
        .map((state) => summary(state, person));
    }),

    noteCustomer: os.noteCustomer.handler(({ input, context }) =>
      step(context, input, { type: 'noteCustomer', ...input }),
    ),
    setMood: os.setMood.handler(({ input, context }) => step(context, input, { type: 'setMood', ...input })),
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
      const text = input.text ?? promiseText(input.dueAtMs, clock.nowMs(), timeZone());
      return step(context, input, { type: 'setPromise', ...input, text });
    }),
    openWorkOrder: os.openWorkOrder.handler(({ input, context }) => {
      const person = requirePerson(context);
      const { category, matter } = input;
      const workOrderId = ids.next();
      const number = nextWorkOrderNumber(db, clock.nowMs(), timeZone());
      const opened = desk.step(
        person,
        input.conversationId,
        { type: 'openWorkOrder', workOrderId, number },
        (tx, { state, definition }) =>
          tx.append(workOrderDrafted, draftWorkOrder(state, definition, { workOrderId, number, category, matter }), [
            state.customerId,
            workOrderId,
          ]),
      );
      return show(opened, person);
    }),

    handOver: os.handOver.handler(({ input, context }) => {
      if (input.toId !== null && !findPerson(db, journal.fields, input.toId)) throw notFound('person', input.toId);
      return step(context, input, { type: 'handOver', ...input });
    }),
    acceptHandOver: os.acceptHandOver.handler(({ input, context }) =>
      step(context, input, { type: 'acceptHandOver', ...input }),
    ),
    declineHandOver: os.declineHandOver.handler(({ input, context }) =>
      step(context, input, { type: 'declineHandOver', ...input }),
    ),
    withdrawHandOver: os.withdrawHandOver.handler(({ input, context }) =>
      step(context, input, { type: 'withdrawHandOver', ...input }),
    ),
    undo: os.undo.handler(({ input, context }) => step(context, input, { type: 'undo', ...input })),
    moveToRelease: os.moveToRelease.handler(({ input, context }) => {
      const person = requirePerson(context);
      return show(desk.moveToRelease(person, input.conversationId, input.seen), person);
    }),
    keepPromise: os.keepPromise.handler(({ input, context }) =>
      step(context, input, { type: 'keepPromise', ...input }),
    ),
    movePromise: os.movePromise.handler(({ input, context }) => {
      const text = input.text ?? promiseText(input.dueAtMs, clock.nowMs(), timeZone());
      return step(context, input, { type: 'movePromise', ...input, text });
    }),

    advanceStage: os.advanceStage.handler(({ input, context }) =>
      step(context, input, { type: 'advanceStage', ...input }),
    ),
    goBack: os.goBack.handler(({ input, context }) => step(context, input, { type: 'goBack', ...input })),
    park: os.park.handler(({ input, context }) => step(context, input, { type: 'park', ...input })),
    resume: os.resume.handler(({ input, context }) => step(context, input, { type: 'resume', ...input })),

    draftSummary: os.draftSummary.handler(({ input, context }) => {
      const { state, definition } = look(context, input.conversationId).loaded;
      const { language } = input;
      const parts = { catalogue, timeZone: timeZone(), nowMs: clock.nowMs(), language, nameOf };
      return { text: draftSummary(state, definition, parts) };
    }),
    finish: os.finish.handler(async ({ input, context }) => {
      const { state, definition } = look(context, input.conversationId).loaded;
      const rules = readSiteRules(db);
      const blocked = await blockedWording([input.summary, state.note], {
        rules,
        calendar: siteCalendar(rules),
        nowMs: clock.nowMs(),
        mayPromiseYuan: authorityOf(state, definition, rules).limitYuan,
      });
      if (blocked.length > 0) throw stepRefused({ reason: 'wordingBlocked', missing: blocked });
      return step(context, input, { type: 'finish', ...input });
    }),
    breakOff: os.breakOff.handler(({ input, context }) => step(context, input, { type: 'breakOff', ...input })),
    correct: os.correct.handler(({ input, context }) => step(context, input, { type: 'correct', ...input })),
  });
}
