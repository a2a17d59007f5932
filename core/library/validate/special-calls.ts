import type { SpecialCall, SpecialCallStep } from '#contract/library/special-call.ts';
import { orderKinds } from '#core/work-orders/rules/kinds.ts';
import { entriesOf, type Fault, type LibraryView } from './fault.ts';
import { reachableFrom, reaches } from './reachable.ts';

type Add = (path: (string | number)[], reason: string) => void;

/** Special calls are complete: each step goes on in one way, all are reached, whoever stays silent comes to an end. */
export function specialCalls(library: LibraryView): Fault[] {
  return entriesOf(library, 'specialCall').flatMap((call) => {
    const faults: Fault[] = [];
    const add: Add = (path, reason) => faults.push({ rule: 'specialCalls', entryId: call.id, path, reason });
    checkSteps(call, add);
    if (faults.length === 0) checkPaths(call, add);
    return faults;
  });
}

function checkSteps(call: SpecialCall, add: Add) {
  const ids = new Set<string>();
  const fields = new Set(call.fields.map((field) => field.id));
  if (fields.size < call.fields.length) add(['fields'], 'a field id exists twice');
  const asked = new Set(call.steps.flatMap((step) => step.fields));
  call.fields.forEach(({ id }, index) => {
    if (!asked.has(id)) add(['fields', index], `no step captures ${id}`);
  });
  const known = new Set(call.steps.map((step) => step.id));
  call.steps.forEach((step, index) => {
    const at = ['steps', index];
    if (ids.has(step.id)) add([...at, 'id'], `the step ${step.id} exists twice`);
    ids.add(step.id);
    const ways = [step.next !== undefined, step.answers.length > 0, step.end !== undefined].filter(Boolean).length;
    if (ways !== 1) add(at, `${step.id} goes on by exactly one of next, answers or end`);
    if (step.wait?.to === undefined && step.answers.length === 1) {
      add([...at, 'answers'], `${step.id} has one answer and no wait that leads on: write next`);
    }
    if (step.wait?.to !== undefined && step.answers.length === 0) {
      add([...at, 'wait'], `${step.id} waits for nothing that could be answered`);
    }
    if (step.leadsTo !== undefined && step.end === undefined) {
      add([...at, 'leadsTo'], `${step.id} hands on to another call and does not end`);
    }
    if (step.opensOrder !== undefined && step.end === undefined) {
      add([...at, 'opensOrder'], `${step.id} opens an order and does not end`);
    }
    if (step.opensOrder !== undefined && !orderKinds.some(({ id }) => id === step.opensOrder)) {
      add([...at, 'opensOrder'], `there is no kind of order ${step.opensOrder}`);
    }
    if (new Set(step.answers.map((answer) => answer.id)).size < step.answers.length) {
      add([...at, 'answers'], `${step.id} has two answers with one id`);
    }
    for (const { path, to } of waysOn(step)) {
      if (!known.has(to)) add([...at, ...path], `${step.id} leads to ${to}, which is no step`);
    }
    step.fields.forEach((field, place) => {
      if (!fields.has(field)) add([...at, 'fields', place], `${step.id} captures ${field}, which is no field`);
    });
  });
}

function waysOn(step: SpecialCallStep): { path: (string | number)[]; to: string }[] {
  return [
    ...(step.next === undefined ? [] : [{ path: ['next'], to: step.next }]),
    ...(step.wait?.to === undefined ? [] : [{ path: ['wait', 'to'], to: step.wait.to }]),
    ...step.answers.map(({ to }, index) => ({ path: ['answers', index, 'to'], to })),
  ];
}

function checkPaths({ steps }: SpecialCall, add: Add) {
  const next = new Map(steps.map((step) => [step.id, waysOn(step).map(({ to }) => to)]));
  const silent = new Map(steps.map((step) => [step.id, silentWays(step)]));
  const reached = reachableFrom(steps[0]?.id ?? '', next);
  const ends = new Set(steps.flatMap((step) => (step.end === undefined ? [] : [step.id])));
  steps.forEach((step, index) => {
    const at = ['steps', index];
    if (!reached.has(step.id)) add(at, `nothing leads to ${step.id}`);
    else if (!reaches(step.id, ends, next)) add(at, `from ${step.id} nothing leads to an end`);
    else if (isOnRound(step.id, silent)) add(at, `whoever stays silent goes round in circles from ${step.id}`);
  });
}

/** Where a step goes when the other side says nothing: where its wait leads; without one, nothing is waited for. */
function silentWays(step: SpecialCallStep): string[] {
  const to = step.wait?.to ?? step.next;
  return to === undefined ? [] : [to];
}

function isOnRound(id: string, ways: ReadonlyMap<string, readonly string[]>): boolean {
  return (ways.get(id) ?? []).some((to) => reachableFrom(to, ways).has(id));
}
