import type { SpecialCall, SpecialCallStep } from '#contract/library/special-call.ts';
import type {
  SpecialCallField,
  SpecialCallLine,
  SpecialCallStepView,
  SpecialCallView,
  SpecialCallWait,
} from '#contract/special-calls/view.ts';
import { maskedNumber } from '../conversation/mask-number.ts';
import type { Catalogue } from '../library/catalogue.ts';
import { renderLine } from '../library/render-line.ts';
import { usabilityOn } from '../library/usability.ts';
import { callValues, fieldsSoFar, heldValue, isAsked, missingFields, readOut, stepOf } from './call-fields.ts';
import { waitingSinceMs, waitSeconds } from './call-waits.ts';
import { type SiteCallRules, siteWantsReadBack } from './read-back-rule.ts';
import type { SpecialCallRun } from './special-call-run.ts';

export interface CallViewParts {
  readonly catalogue: Catalogue;
  readonly site: SiteCallRules;
  /** Today's calendar day of the site. */
  readonly day: string;
  /** What every line on this desk knows: who speaks. */
  readonly deskValues: Readonly<Record<string, string>>;
  /** Whole numbers are shown to whoever is in the call; anybody else and every later reader sees them masked. */
  readonly reveal: boolean;
  nameOf(personId: string | null): string;
}

/** A special call as the screen shows it. */
export function specialCallView(run: SpecialCallRun, call: SpecialCall, parts: CallViewParts): SpecialCallView {
  const shown = (value: string, personal: boolean) =>
    parts.reveal || !personal || !/^\+?\d{5,}$/.test(value) ? value : maskedNumber(value);
  const last = run.path.at(-1);
  return {
    id: run.id,
    revision: run.revision,
    state: run.state,
    brokenOff: run.brokenOff,
    ending: run.ending,
    entryId: call.id,
    title: call.title,
    notice: call.notice,
    version: run.entryVersion,
    channel: run.channel,
    scene: call.scene,
    conversationId: run.conversationId,
    ownerId: run.ownerId ?? '',
    ownerName: parts.nameOf(run.ownerId),
    startedAtMs: run.startedAtMs,
    endedAtMs: run.endedAtMs,
    step: stepView(run, call, parts),
    back: run.state === 'running' && last ? last.stepId : null,
    path: run.path.flatMap(({ stepId, by, answerId }) => {
      const step = stepOf(call, stepId);
      if (!step) return [];
      const answer = step.answers.find((one) => one.id === answerId)?.label ?? '';
      return [{ stepId, do: step.do, answer: by === 'answer' ? answer : '' }];
    }),
    fields: fieldViews(run, call).map((field) => ({
      ...field,
      value: shown(field.value, field.personal || field.type === 'phone'),
    })),
    said: run.said.map((line) => ({
      ...line,
      title: parts.catalogue.find(line.entryId)?.entry.title ?? line.entryId,
    })),
    // A yes or no decides what else is asked; read aloud it says nothing.
    readOut: readOut(run, call)
      .filter(({ field }) => field.type !== 'yesNo')
      .map(({ field, value }) => ({
        id: field.id,
        label: field.label,
        value: shown(value, field.personal || field.type === 'phone'),
      })),
    workOrder: run.workOrder ?? null,
    incident: call.incident === true,
    summary: run.summary,
    corrections: run.corrections.map(({ personId, ...rest }) => ({ ...rest, personName: parts.nameOf(personId) })),
  };
}

function fieldViews(run: SpecialCallRun, call: SpecialCall): SpecialCallField[] {
  const here = new Set(stepOf(call, run.at)?.fields ?? []);
  const missing = new Set(missingFields(run, call).map(({ id }) => id));
  return fieldsSoFar(run, call)
    .filter((field) => isAsked(run, field))
    .map((field) => ({
      ...field,
      value: heldValue(run, field.id),
      missing: run.state === 'running' && missing.has(field.id),
      here: here.has(field.id),
    }));
}

function stepView(run: SpecialCallRun, call: SpecialCall, parts: CallViewParts): SpecialCallStepView {
  const step = stepOf(call, run.at);
  if (!step) throw new Error(`${call.id} has no step ${run.at}`);
  const next = step.leadsTo === undefined ? null : parts.catalogue.find(step.leadsTo);
  return {
    id: step.id,
    do: step.do,
    hint: step.hint,
    norm: step.norm ?? null,
    line: lineOf(step.say, run, call, parts),
    said: run.saidAtMs !== null,
    wait: waitOf(step, run, call, parts),
    answers: step.answers.map(({ id, label }) => ({ id, label })),
    way: step.end !== undefined ? 'end' : (step.wait?.to ?? step.next) !== undefined ? 'next' : 'answers',
    ending: step.end ?? '',
    readBack: readBackState(run, step, call, parts.site),
    missing: missingFields(run, call),
    leadsTo: next ? { entryId: next.entry.id, title: next.entry.title } : null,
  };
}

function readBackState(
  run: SpecialCallRun,
  step: SpecialCallStep,
  call: SpecialCall,
  site: SiteCallRules,
): SpecialCallStepView['readBack'] {
  if (run.readBack?.valid === false) return 'again';
  if (run.state === 'running' && siteWantsReadBack(run, step, call, site)) return 'needed';
  if (!step.readBack) return 'none';
  return run.readHere ? 'done' : 'needed';
}

function waitOf(
  step: SpecialCallStep,
  run: SpecialCallRun,
  call: SpecialCall,
  parts: CallViewParts,
): SpecialCallWait | null {
  const seconds = waitSeconds(step, parts.site);
  if (seconds === null) return null;
  const apology = lineOf(step.wait?.apology, run, call, parts);
  return {
    seconds,
    sinceMs: waitingSinceMs(run, step),
    kind: step.wait?.atMost ? 'limit' : step.wait?.to === undefined ? 'pause' : 'silence',
    apology: apology ? { seconds: parts.site.lookUpApologySeconds, line: apology } : null,
  };
}

function lineOf(
  entryId: string | undefined,
  run: SpecialCallRun,
  call: SpecialCall,
  { catalogue, day, deskValues }: CallViewParts,
): SpecialCallLine | null {
  const entry = entryId === undefined ? undefined : catalogue.findWording(entryId)?.entry;
  if (!entry) return null;
  const variants = renderLine(entry, { ...deskValues, ...callValues(run, call) }, catalogue.fragments);
  const open = new Set(variants.flatMap(({ missing }) => missing));
  const captured = new Set(call.fields.flatMap(({ fills }) => (fills === undefined ? [] : [fills])));
  return {
    entryId: entry.id,
    title: entry.title,
    version: entry.provenance.version,
    variants,
    gaps: entry.variables
      .filter(({ name }) => open.has(name) && !captured.has(name))
      .map(({ name, label, type }) => ({ name, label, type })),
    usable: usabilityOn(day, entry.provenance).state === 'inForce',
  };
}
