import type { CaptureField } from '#contract/library/capture-field.ts';
import type { Fault, LibraryView } from './fault.ts';
import { entriesOf } from './fault.ts';
import { SPOKEN } from './wording.ts';

type Path = (string | number)[];

/** What a flow or table captures can be asked and used: choices have options, conditions can hold, and what is filled exists. */
export function captureFields(library: LibraryView): Fault[] {
  const variables = new Set(
    entriesOf(library, ...SPOKEN).flatMap((line) => line.variables.map((variable) => variable.name)),
  );
  return entriesOf(library, 'flow', 'decisionTable', 'specialCall').flatMap((entry) => {
    const placed = entry.kind === 'flow' ? fieldsOfFlow(entry.stages) : placedAt(['fields'], entry.fields);
    const known = new Map(placed.map(({ field }) => [field.id, field]));
    return placed.flatMap(({ field, path }) =>
      faultsOf(field, known, variables).map(({ at, reason }) => ({
        rule: 'captureFields',
        entryId: entry.id,
        path: [...path, ...at],
        reason,
      })),
    );
  });
}

function fieldsOfFlow(stages: readonly { fields: readonly CaptureField[] }[]) {
  return stages.flatMap((stage, index) => placedAt(['stages', index, 'fields'], stage.fields));
}

function placedAt(path: Path, fields: readonly CaptureField[]) {
  return fields.map((field, index) => ({ field, path: [...path, index] }));
}

function faultsOf(field: CaptureField, known: ReadonlyMap<string, CaptureField>, variables: ReadonlySet<string>) {
  const faults: { at: Path; reason: string }[] = [];
  const options = new Set(field.options.map((option) => option.id));
  if (field.type === 'choice' && options.size < 2) {
    faults.push({ at: ['options'], reason: `the choice ${field.id} needs at least two different options` });
  }
  if (field.fills !== undefined && !variables.has(field.fills)) {
    faults.push({ at: ['fills'], reason: `${field.id} fills ${field.fills}, a variable that no line has` });
  }
  if (field.onlyIf) {
    const other = known.get(field.onlyIf.field);
    const value = field.onlyIf.is;
    if (!other || other === field) {
      faults.push({
        at: ['onlyIf'],
        reason: `${field.id} waits for the field ${field.onlyIf.field}, which is not there`,
      });
    } else if (other.type === 'choice' && !other.options.some((option) => option.id === value)) {
      faults.push({
        at: ['onlyIf'],
        reason: `${field.id} waits for ${other.id} to be ${value}, which is none of its options`,
      });
    }
  }
  return faults;
}
