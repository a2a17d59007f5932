import { implement } from '@orpc/server';
import type { VariantName } from '#contract/library/line.ts';
import { lineSaid } from '#contract/library.ts';
import type { Person } from '#contract/people.ts';
import { specialCallsContract } from '#contract/special-calls.ts';
import { workOrderOpened } from '#contract/work-orders/events.ts';
import { type CallContext, requirePerson } from '../call-context.ts';
import { type LineUseRequest, prepareLineUse } from '../library/record-line-use.ts';
import { nameOfPerson } from '../people/people-repo.ts';
import { readSiteRules } from '../site-rules/site-rules-repo.ts';
import { siteTime } from '../site-time.ts';
import { nextWorkOrderNumber } from '../work-orders/work-order-number.ts';
import { callValues, stepOf } from './call-fields.ts';
import type { CallInput } from './call-input.ts';
import { callSummary } from './call-summary.ts';
import { specialCallView } from './call-view.ts';
import { offeredCalls } from './offered-calls.ts';
import { orderOfCall } from './order-of-call.ts';
import { callNotFound, createSpecialCallDesk, type LoadedCall, type SpecialCallsDeps } from './special-call-desk.ts';

const LEADING: readonly Person['role'][] = ['lead', 'administrator'];

export function specialCallsHandlers(deps: SpecialCallsDeps) {
  const { db, journal, clock, ids, timeZone, catalogue, site } = deps;
  const os = implement(specialCallsContract).$context<CallContext>();
  const desk = createSpecialCallDesk(deps);
  const today = () => siteTime(clock.nowMs(), timeZone).day;
  const nameOf = (personId: string | null) =>
    personId === null ? '' : (nameOfPerson(db, journal.fields, personId) ?? '');

  const show = ({ run, call }: LoadedCall, person: Person) =>
    specialCallView(run, call, {
      catalogue,
      site: site(),
      day: today(),
      deskValues: { agentName: person.name },
      reveal: run.state === 'running' && run.ownerId === person.id,
      nameOf,
    });

  const step = (context: CallContext, { specialCallId }: { specialCallId: string }, input: CallInput) => {
    const person = requirePerson(context);
    return show(desk.step(person, specialCallId, input), person);
  };

  const summaryOf = (
    { run, call }: LoadedCall,
    note: string,
    brokenOff: Parameters<typeof callSummary>[2]['brokenOff'],
    workOrder?: { number: string } | undefined,
  ) =>
    callSummary(run, call, {
      ...{ catalogue, timeZone, note, brokenOff, nameOf },
      nowMs: clock.nowMs(),
      orderNumber: workOrder?.number ?? '',
    });

  /** What the line of the step becomes when it is said now: null where it has none, has open gaps, or is out of force. */
  const lineToSay = ({ run, call }: LoadedCall, person: Person, stepId: string, variant: VariantName | undefined) => {
    const entryId = stepOf(call, stepId)?.say;
    if (entryId === undefined) return null;
    const request: LineUseRequest = {
      entryId,
      variant: variant ?? 'standard',
      values: { agentName: person.name, ...callValues(run, call) },
      channel: run.channel,
      ...(run.conversationId === null ? {} : { conversationId: run.conversationId }),
      searchText: '',
    };
    const prepared = prepareLineUse(catalogue, catalogue.findWording(entryId), request, today());
    return prepared.ok ? prepared.recorded : null;
  };

  return os.router({
    offered: os.offered.handler(() => offeredCalls(catalogue, today())),
    start: os.start.handler(({ input, context }) => {
      const person = requirePerson(context);
      return show(desk.start(person, input), person);
    }),
    current: os.current.handler(({ context }) => {
      const person = requirePerson(context);
      const loaded = desk.running(person);
      return loaded && show(loaded, person);
    }),
    view: os.view.handler(({ input, context }) => {
      const person = requirePerson(context);
      const loaded = desk.load(input.specialCallId);
      // Own calls, and for leads everybody's: others are as good as not there.
      if (loaded.run.ownerId !== person.id && !LEADING.includes(person.role)) {
        throw callNotFound('specialCall', input.specialCallId);
      }
      return show(loaded, person);
    }),
    say: os.say.handler(({ input, context }) => {
      const person = requirePerson(context);
      const recorded = lineToSay(desk.load(input.specialCallId), person, input.stepId, input.variant);
      const line = recorded && { entryId: recorded.entryId, version: recorded.version, variant: recorded.variant };
      const said = desk.step(
        person,
        input.specialCallId,
        { type: 'say', stepId: input.stepId, line, on: input.on },
        (tx) => recorded && tx.append(lineSaid, recorded),
      );
      return show(said, person);
    }),
    answer: os.answer.handler(({ input, context }) => step(context, input, { type: 'answer', ...input })),
    goOn: os.goOn.handler(({ input, context }) => step(context, input, { type: 'goOn', ...input })),
    capture: os.capture.handler(({ input, context }) => step(context, input, { type: 'capture', ...input })),
    fillGap: os.fillGap.handler(({ input, context }) => step(context, input, { type: 'fillGap', ...input })),
    readBack: os.readBack.handler(({ input, context }) => step(context, input, { type: 'readBack', ...input })),
    stepBack: os.stepBack.handler(({ input, context }) => step(context, input, { type: 'stepBack', ...input })),
    end: os.end.handler(({ input, context }) => {
      const { stepId, early, note } = input;
      const person = requirePerson(context);
      const loaded = desk.load(input.specialCallId);
      const nowMs = clock.nowMs();
      const order = orderOfCall(loaded.run, loaded.call, {
        workOrderId: ids.next(),
        number: nextWorkOrderNumber(db, nowMs, readSiteRules(db).timeZone),
      });
      const workOrder = order ? { id: order.workOrderId, number: order.number } : undefined;
      const summary = summaryOf(loaded, note, null, workOrder);
      const ended = desk.step(
        person,
        input.specialCallId,
        { type: 'end', stepId, early, summary, workOrder },
        (tx) => order && tx.append(workOrderOpened, order, [loaded.run.customerId, order.workOrderId]),
      );
      return show(ended, person);
    }),
    breakOff: os.breakOff.handler(({ input, context }) => {
      const summary = summaryOf(desk.load(input.specialCallId), input.note, input.reason);
      return step(context, input, { type: 'breakOff', reason: input.reason, summary });
    }),
    correct: os.correct.handler(({ input, context }) => {
      const { text, reason } = input;
      return step(context, input, { type: 'correct', text, reason });
    }),
  });
}
