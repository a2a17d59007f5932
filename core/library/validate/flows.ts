import type { Flow } from '#contract/library/flow.ts';
import { stageSchema } from '#contract/vocabulary.ts';
import type { Fault, LibraryView } from './fault.ts';
import { entriesOf } from './fault.ts';

type Add = (path: (string | number)[], reason: string) => void;

/** Flows have the four stages in order, ask only for what they capture, and cannot leave resolve without an outcome. */
export function flows(library: LibraryView): Fault[] {
  return entriesOf(library, 'flow').flatMap((flow) => {
    const faults: Fault[] = [];
    const add: Add = (path, reason) => faults.push({ rule: 'flows', entryId: flow.id, path, reason });
    checkStages(flow, add);
    checkExits(flow, add);
    const outcomes = new Set(flow.outcomes.map((outcome) => outcome.id));
    if (outcomes.size < flow.outcomes.length) add(['outcomes'], 'an outcome id exists twice');
    return faults;
  });
}

function checkStages(flow: Flow, add: Add) {
  for (const [index, name] of stageSchema.options.entries()) {
    const stage = flow.stages[index];
    if (!stage) continue;
    if (stage.stage !== name)
      add(['stages', index, 'stage'], `stage ${index + 1} of a flow is ${name}, not ${stage.stage}`);
    const steps = [...stage.required, ...stage.forbidden].map((step) => step.id);
    if (new Set(steps).size < steps.length) add(['stages', index], `a step id exists twice in ${stage.stage}`);
  }
  const fields = flow.stages.flatMap((stage) => stage.fields.map((field) => field.id));
  const doubled = fields.find((id, index) => fields.indexOf(id) < index);
  if (doubled !== undefined) add(['stages'], `the field ${doubled} is captured in two places`);
}

function checkExits(flow: Flow, add: Add) {
  const captured = new Set<string>();
  let tables = 0;
  for (const [index, stage] of flow.stages.entries()) {
    for (const field of stage.fields) captured.add(field.id);
    tables += stage.tables.length;
    for (const [place, field] of stage.exit.fields.entries()) {
      if (captured.has(field)) continue;
      const reason = `${stage.stage} cannot be left: it waits for the field ${field}, which nothing captured by then`;
      add(['stages', index, 'exit', 'fields', place], reason);
    }
    if ((stage.exit.tableFinished || stage.exit.tableAccepted) && tables === 0) {
      add(['stages', index, 'exit'], `${stage.stage} waits for a decision table, but none can be started by then`);
    }
    if (stage.stage === 'resolve' && !stage.exit.outcome) {
      add(['stages', index, 'exit'], 'resolve may only be left with an outcome');
    }
  }
}
