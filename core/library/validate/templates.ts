import type { Fragment } from '#contract/library/fragment.ts';
import { TemplateEngine } from '../template-engine.ts';
import { entriesOf, type Fault, type LibraryView } from './fault.ts';
import { soundFragments } from './fragments.ts';
import { SPOKEN, type Spoken, templatesOf } from './wording.ts';

/** Templates parse in the sandbox; every variable they read, also through fragments, is declared, and every declared one is read. */
export function templates(library: LibraryView): Fault[] {
  const engine = new TemplateEngine(soundFragments(library));
  return entriesOf(library, ...SPOKEN, 'fragment').flatMap((entry) => templateFaults(entry, engine));
}

function templateFaults(entry: Spoken | Fragment, engine: TemplateEngine): Fault[] {
  const faults: Fault[] = [];
  const add = (path: (string | number)[], reason: string) =>
    faults.push({ rule: 'templates', entryId: entry.id, path, reason });
  const declared = new Set<string>();
  entry.variables.forEach(({ name }, index) => {
    if (declared.has(name)) add(['variables', index], `the variable ${name} is declared twice`);
    declared.add(name);
  });
  const used = new Set<string>();
  for (const { path, text } of templatesOf(entry)) {
    try {
      for (const name of engine.variables(text)) {
        used.add(name);
        if (!declared.has(name)) add(path, `the variable ${name} is used but not declared`);
      }
    } catch (cause) {
      const why = cause instanceof Error ? (cause.message.split('\n')[0] ?? '') : String(cause);
      add(path, `the template cannot be read: ${why}`);
    }
  }
  entry.variables.forEach(({ name }, index) => {
    if (!used.has(name)) add(['variables', index], `the variable ${name} is declared but never used`);
  });
  return faults;
}

/** A variable is of one type everywhere: a conversation fills it once for all lines. */
export function variableTypes(library: LibraryView): Fault[] {
  const first = new Map<string, { type: string; entryId: string }>();
  return entriesOf(library, ...SPOKEN, 'fragment').flatMap((entry) =>
    entry.variables.flatMap(({ name, type }, index) => {
      const known = first.get(name);
      if (!known) first.set(name, { type, entryId: entry.id });
      if (!known || known.type === type) return [];
      const reason = `${name} is of the type ${type} here and ${known.type} in ${known.entryId}; another meaning takes another name`;
      return [{ rule: 'variableTypes', entryId: entry.id, path: ['variables', index], reason }];
    }),
  );
}
