import { articles } from './articles.ts';
import { captureFields } from './capture-fields.ts';
import { decisionTables } from './decision-tables.ts';
import type { Fault, LibraryView, Rule } from './fault.ts';
import { flows } from './flows.ts';
import { forbiddenExamples, forbiddenInWording, forbiddenPatterns } from './forbidden-wording.ts';
import { fragments } from './fragments.ts';
import { incidentPlans } from './incident-plans.ts';
import { links, scenes } from './links.ts';
import { nearDuplicates } from './near-duplicates.ts';
import { notices } from './notices.ts';
import { productSheets } from './product-sheets.ts';
import { rewordings } from './rewordings.ts';
import { scenarios } from './scenarios.ts';
import { sentenceLength } from './sentence-length.ts';
import { specialCalls } from './special-calls.ts';
import { stopPhrases, synonyms } from './synonyms.ts';
import { templates, variableTypes } from './templates.ts';
import { typography } from './typography.ts';
import { uniqueIds } from './unique-ids.ts';
import { variants } from './variants.ts';

/** The rules that need nothing but the library. */
export const rules: readonly Rule[] = [
  uniqueIds,
  links,
  scenes,
  fragments,
  templates,
  variableTypes,
  variants,
  typography,
  sentenceLength,
  nearDuplicates,
  forbiddenPatterns,
  decisionTables,
  flows,
  captureFields,
  specialCalls,
  notices,
  incidentPlans,
  articles,
  productSheets,
  scenarios,
  synonyms,
  stopPhrases,
  rewordings,
];

/** Every rule over a library. Texts are checked for forbidden phrases once all patterns of those are sound. */
export function validateLibrary(library: LibraryView): Fault[] {
  const faults = rules.flatMap((rule) => rule(library));
  if (faults.some((fault) => fault.rule === 'forbiddenPatterns')) return faults;
  return [...faults, ...forbiddenExamples(library), ...forbiddenInWording(library)];
}
