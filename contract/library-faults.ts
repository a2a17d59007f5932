import { z } from 'zod';

/** Rules of the library that an entry can break; `otherRule` is one that has no name here. */
export const libraryRules = [
  'uniqueIds',
  'links',
  'scenes',
  'templates',
  'fragments',
  'variants',
  'typography',
  'sentenceLength',
  'forbiddenPatterns',
  'forbiddenExamples',
  'forbiddenInWording',
  'decisionTables',
  'flows',
  'captureFields',
  'variableTypes',
  'specialCalls',
  'notices',
  'articles',
  'productSheets',
  'scenarios',
  'synonyms',
  'stopPhrases',
  'rewordings',
  'incidentPlans',
  'otherRule',
] as const;

/** A broken rule: which one, and the wording, ids and names it is about, as they stand. A window says the sentence. */
export const ruleFaultSchema = z.strictObject({
  key: z.literal('rule'),
  rule: z.enum(libraryRules),
  quoted: z.array(z.string()).max(4),
});
export type RuleFault = z.infer<typeof ruleFaultSchema>;

/** What is wrong with an entry: a rule of the library is broken, or its form is missed. */
export const entryFaultSchema = z.discriminatedUnion('key', [
  ruleFaultSchema,
  /** `idForm`: an id is a pack and a name of its own, in small letters. */
  z.strictObject({ key: z.enum(['missing', 'unfit', 'idForm']) }),
  z.strictObject({ key: z.enum(['tooShort', 'tooLong', 'tooSmall', 'tooBig']), bound: z.number() }),
  z.strictObject({ key: z.literal('notOneOf'), choices: z.array(z.string()) }),
  z.strictObject({ key: z.literal('unknownKeys'), names: z.array(z.string()) }),
]);
export type EntryFault = z.infer<typeof entryFaultSchema>;
