import type { SpecialCall, SpecialCallStep } from '#contract/library/special-call.ts';
import { cleanText } from '../conversation/clean-text.ts';
import { fittingValue } from '../conversation/field-value.ts';
import type { CallEvent } from './call-event.ts';
import { fieldOf, fieldsSoFar, heldValue, missingFields, stepOf } from './call-fields.ts';
import { type CallDecision, type CallInput, type InputTo, refuseCall } from './call-input.ts';
import { waitedMs, waitIsOver, waitSeconds } from './call-waits.ts';
import { evolveCall } from './evolve-call.ts';
import { type SiteCallRules, siteWantsReadBack } from './read-back-rule.ts';
import type { SpecialCallRun } from './special-call-run.ts';

const VARIABLE_NAME = /^[a-z][A-Za-z0-9]{0,39}$/;

export interface CallMoment {
  readonly atMs: number;
  readonly personId: string | null;
  readonly site: SiteCallRules;
}

export type CallAdvanced =
  | { readonly run: SpecialCallRun; readonly events: readonly CallEvent[] }
  | Extract<CallDecision, { refused: unknown }>;

/** One step of a special call: the state after it and its events, or why it is refused. Pure and total: nothing is thrown. */
export function advanceCall(
  run: SpecialCallRun,
  input: CallInput,
  call: SpecialCall,
  moment: CallMoment,
): CallAdvanced {
  const decision = decide(run, input, call, moment);
  if ('refused' in decision) return decision;
  return {
    run: decision.events.reduce((now, event) => evolveCall(now, event, moment), run),
    events: decision.events,
  };
}

function decide(run: SpecialCallRun, input: CallInput, call: SpecialCall, moment: CallMoment): CallDecision {
  if (run.state === 'ended') return input.type === 'correct' ? decideCorrection(run, input) : refuseCall('ended');
  const step = stepOf(call, run.at);
  if (!step) return refuseCall('unknown');
  if ('stepId' in input && input.stepId !== run.at) return refuseCall('moved');
  switch (input.type) {
    case 'say':
      return decideSay(run, input, step, call, moment);
    case 'answer':
      return decideAnswer(run, input, step);
    case 'goOn':
      return decideGoOn(run, input, step, call, moment);
    case 'capture':
      return decideCapture(run, input, call);
    case 'fillGap':
      return decideGap(run, input);
    case 'readBack':
      return decideReadBack(run, step, call, moment);
    case 'stepBack': {
      const last = run.path.at(-1);
      if (!last) return refuseCall('noEarlierStep');
      const payload = { specialCallId: run.id, from: run.at, to: last.stepId };
      return { events: [{ kind: 'specialCall.steppedBack', payload }] };
    }
    case 'end':
      return decideEnd(run, input, step, call, moment);
    case 'breakOff':
      return { events: [ended(run, { brokenOff: input.reason, ending: '', early: false, summary: input.summary })] };
    case 'correct':
      return refuseCall('notEnded');
    default:
      input satisfies never;
      return refuseCall('unknown');
  }
}

/** With `on`, Enter says the line and goes on at once where neither a wait nor a field nor a read-back holds the call. */
function decideSay(
  run: SpecialCallRun,
  { line, on }: InputTo<'say'>,
  step: SpecialCallStep,
  call: SpecialCall,
  moment: CallMoment,
): CallDecision {
  const said: CallEvent = {
    kind: 'specialCall.stepSaid',
    payload: { specialCallId: run.id, stepId: step.id, line: line === null ? null : { ...line } },
  };
  if (!on || step.wait || step.next === undefined) return { events: [said] };
  const after = evolveCall(run, said, moment);
  const further = decideGoOn(after, { type: 'goOn', stepId: step.id, early: false }, step, call, moment);
  return { events: 'refused' in further ? [said] : [said, ...further.events] };
}

function decideAnswer(run: SpecialCallRun, { answerId }: InputTo<'answer'>, step: SpecialCallStep): CallDecision {
  const answer = step.answers.find((one) => one.id === answerId);
  if (!answer) return refuseCall('unknown');
  if (step.readBack && !run.readHere) return refuseCall('notReadBack');
  const payload = { specialCallId: run.id, stepId: step.id, answerId, to: answer.to };
  return { events: [{ kind: 'specialCall.answered', payload }] };
}

function decideGoOn(
  run: SpecialCallRun,
  { early }: InputTo<'goOn'>,
  step: SpecialCallStep,
  call: SpecialCall,
  { atMs, site }: CallMoment,
): CallDecision {
  const to = step.wait?.to ?? step.next;
  if (to === undefined) return refuseCall('noWayOn');
  const why = step.wait?.to === undefined ? 'next' : 'silence';
  if (step.readBack && !run.readHere) return refuseCall('notReadBack');
  const missing = why === 'next' ? missingFields(run, call) : [];
  if (missing.length > 0) return refuseCall('fieldsMissing', missing);
  const over = waitIsOver(run, step, site, atMs);
  if (!over && !early) return refuseCall('waiting');
  const payload = {
    specialCallId: run.id,
    stepId: step.id,
    to,
    why,
    waitSeconds: waitSeconds(step, site),
    waitedMs: waitedMs(run, step, atMs),
    early: !over,
  } as const;
  return { events: [{ kind: 'specialCall.wentOn', payload }] };
}

function decideCapture(run: SpecialCallRun, input: InputTo<'capture'>, call: SpecialCall): CallDecision {
  const field = fieldOf(call, input.fieldId);
  if (!field) return refuseCall('unknown');
  const value = fittingValue(field, input.value);
  if (value === null) return refuseCall('valueUnfit');
  if (value === heldValue(run, field.id)) return { events: [] };
  const payload = { specialCallId: run.id, fieldId: field.id, value };
  return { events: [{ kind: 'specialCall.captured', payload }] };
}

function decideGap(run: SpecialCallRun, { name, value }: InputTo<'fillGap'>): CallDecision {
  if (!VARIABLE_NAME.test(name)) return refuseCall('unknown');
  const kept = cleanText(value);
  if (kept.length > 200) return refuseCall('valueUnfit');
  if (kept === (Object.hasOwn(run.gaps, name) ? run.gaps[name] : '')) return { events: [] };
  return { events: [{ kind: 'specialCall.gapFilled', payload: { specialCallId: run.id, name, value: kept } }] };
}

function decideReadBack(
  run: SpecialCallRun,
  step: SpecialCallStep,
  call: SpecialCall,
  { site }: CallMoment,
): CallDecision {
  const stale = run.readBack?.valid === false;
  if (!step.readBack && !stale && !siteWantsReadBack(run, step, call, site)) return refuseCall('nothingToReadBack');
  const missing = missingFields(run, call);
  if (missing.length > 0) return refuseCall('fieldsMissing', missing);
  const fieldIds = fieldsSoFar(run, call).map(({ id }) => id);
  const payload = { specialCallId: run.id, stepId: step.id, fieldIds };
  return { events: [{ kind: 'specialCall.readBack', payload }] };
}

/** Nothing is sent that was not read back, and nothing that was changed after it. */
function decideEnd(
  run: SpecialCallRun,
  { early, summary, workOrder }: InputTo<'end'>,
  step: SpecialCallStep,
  call: SpecialCall,
  { atMs, site }: CallMoment,
): CallDecision {
  if (step.end === undefined) return refuseCall('noWayOn');
  const missing = missingFields(run, call);
  if (missing.length > 0) return refuseCall('fieldsMissing', missing);
  if (run.readBack?.valid === false || (step.readBack && !run.readHere)) return refuseCall('notReadBack');
  if (siteWantsReadBack(run, step, call, site)) return refuseCall('notReadBack');
  const over = waitIsOver(run, step, site, atMs);
  if (!over && !early) return refuseCall('waiting');
  const opened = step.opensOrder !== undefined && workOrder ? { workOrder: { ...workOrder } } : {};
  return { events: [ended(run, { brokenOff: null, ending: step.end, early: !over, summary, ...opened })] };
}

function decideCorrection(run: SpecialCallRun, input: InputTo<'correct'>): CallDecision {
  const text = cleanText(input.text);
  const reason = cleanText(input.reason);
  if (text === '' || reason === '') return refuseCall('valueUnfit');
  return { events: [{ kind: 'specialCall.corrected', payload: { specialCallId: run.id, text, reason } }] };
}

type EndedEvent = Extract<CallEvent, { kind: 'specialCall.ended' }>;

function ended(
  run: SpecialCallRun,
  how: Omit<EndedEvent['payload'], 'specialCallId' | 'stepId' | 'summary'> & { summary: string },
): EndedEvent {
  return {
    kind: 'specialCall.ended',
    payload: { specialCallId: run.id, stepId: run.at, ...how, summary: cleanText(how.summary) },
  };
}
