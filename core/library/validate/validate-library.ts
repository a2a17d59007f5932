import { captureFields } from './capture-fields.ts';
import { decisionTables } from './decision-tables.ts';
import type { Fault, LibraryView, Rule } from './fault.ts';
import { flows } from './flows.ts';
import { forbiddenExamples, forbiddenInWording, forbiddenPatterns } from './forbidden-wording.ts';
import { links, scenes } from './links.ts';
import { nearDuplicates } from './near-duplicates.ts';
import { sentenceLength } from './sentence-length.ts';
import { templates } from './templates.ts';
import { typography } from './typography.ts';
import { uniqueIds } from './unique-ids.ts';
import { variants } from './variants.ts';

/** The rules that need nothing but the library. */
export const rules: readonly Rule[] = [
  uniqueIds,
  links,
  scenes,
  templates,
  variants,
  typography,
  sentenceLength,
  nearDuplicates,
  forbiddenPatterns,
  decisionTables,
  flows,
  captureFields,
];

/** Every rule over a library. Texts are checked for forbidden phrases once all patterns of those are sound. */
export function validateLibrary(library: LibraryView): Fault[] {
  const faults = rules.flatMap((rule) => rule(library));
  if (faults.some((fault) => fault.rule === 'forbiddenPatterns')) return faults;
  return [...faults, ...forbiddenExamples(library), ...forbiddenInWording(library)];
}
