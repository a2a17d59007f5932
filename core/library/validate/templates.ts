import { type Fragments, TemplateEngine } from '../template-engine.ts';
import { entriesOf, type Fault, type LibraryView } from './fault.ts';
import { wordings } from './wording.ts';

/** Templates parse in the sandbox; every variable they read is declared, and every declared one is read. */
export function templates(library: LibraryView, fragments: Fragments = {}): Fault[] {
  const engine = new TemplateEngine(fragments);
  return entriesOf(library, 'line', 'courtesy').flatMap((line) => {
    const faults: Fault[] = [];
    const add = (path: (string | number)[], reason: string) =>
      faults.push({ rule: 'templates', entryId: line.id, path, reason });
    const declared = new Set<string>();
    line.variables.forEach(({ name }, index) => {
      if (declared.has(name)) add(['variables', index], `the variable ${name} is declared twice`);
      declared.add(name);
    });
    const used = new Set<string>();
    for (const { variant, text } of wordings(line)) {
      try {
        for (const name of engine.variables(text)) {
          used.add(name);
          if (!declared.has(name)) add(['variants', variant], `the variable ${name} is used but not declared`);
        }
      } catch (cause) {
        const why = cause instanceof Error ? (cause.message.split('\n')[0] ?? '') : String(cause);
        add(['variants', variant], `the template cannot be read: ${why}`);
      }
    }
    line.variables.forEach(({ name }, index) => {
      if (!used.has(name)) add(['variables', index], `the variable ${name} is declared but never used`);
    });
    return faults;
  });
}
