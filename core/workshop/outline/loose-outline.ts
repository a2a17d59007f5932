import type { DecisionTable } from '#contract/library/decision-table.ts';
import type { Flow } from '#contract/library/flow.ts';
import { stageSchema } from '#contract/vocabulary.ts';
import type { LooseEntry } from '#contract/workshop/terms.ts';

type Part = Record<string, unknown>;

const partsOf = (value: unknown): Part[] =>
  Array.isArray(value) ? value.filter((each) => typeof each === 'object' && each !== null) : [];
const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');
const textsOf = (value: unknown): string[] => (Array.isArray(value) ? value.map(textOf) : []);

/** A table as far as it is written: the engine walks it as it stands, what is missing is empty. */
export function looseTable(entry: LooseEntry): DecisionTable | null {
  if (entry.kind !== 'decisionTable') return null;
  const nodes = partsOf(entry['nodes']).map((node) => ({
    ...node,
    id: textOf(node['id']),
    ...(node['type'] === 'finding'
      ? {
          ...{ title: textOf(node['title']), line: textOf(node['line']), fields: textsOf(node['fields']) },
          action: { type: 'explain', label: '', ...(node['action'] as Part | undefined) },
        }
      : {
          ...{ type: 'question', ask: textOf(node['ask']), hint: textOf(node['hint']) },
          answers: partsOf(node['answers']).map((answer) => ({
            ...{ cannotTell: false, ...answer, id: textOf(answer['id']) },
            ...{ label: textOf(answer['label']), to: textOf(answer['to']) },
          })),
        }),
  }));
  // The engine reads no key beside those that stand there now.
  return { ...entry, title: textOf(entry['title']), fields: fieldsIn(entry), nodes } as unknown as DecisionTable;
}

/** A flow as far as it is written, with the four stages in their order. */
export function looseFlow(entry: LooseEntry): Flow | null {
  if (entry.kind !== 'flow') return null;
  const given = partsOf(entry['stages']);
  const stages = stageSchema.options.map((name) => {
    const stage = given.find((each) => each['stage'] === name) ?? {};
    const exit = { fields: [], tableFinished: false, tableAccepted: false, outcome: false };
    return {
      ...{ stage: name, goal: textOf(stage['goal']), fields: fieldsIn(stage) },
      ...{ required: steps(stage['required']), forbidden: steps(stage['forbidden']) },
      ...{ suggested: textsOf(stage['suggested']), tables: textsOf(stage['tables']) },
      exit: { ...exit, ...(stage['exit'] as Part | undefined) },
    };
  });
  const hours = typeof entry['promiseWithinHours'] === 'number' ? entry['promiseWithinHours'] : 48;
  const outcomes = partsOf(entry['outcomes']).map((one) => ({ needsWorkOrder: false, needsPromise: false, ...one }));
  return {
    ...{ ...entry, stages, outcomes, promiseWithinHours: hours },
    ...{ scene: textOf(entry['scene']), soothing: textsOf(entry['soothing']) },
  } as unknown as Flow;
}

const steps = (value: unknown) => partsOf(value).map((step) => ({ hint: '', readBack: false, ...step }));
const fieldsIn = (part: Part) =>
  partsOf(part['fields']).map((field) => ({ type: 'text', options: [], required: false, hint: '', ...field }));
