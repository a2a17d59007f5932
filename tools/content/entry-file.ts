import { z } from 'zod';
import { articleSchema } from '#contract/library/article.ts';
import { decisionTableSchema } from '#contract/library/decision-table.ts';
import { provenanceSchema } from '#contract/library/entry-base.ts';
import { flowSchema } from '#contract/library/flow.ts';
import { forbiddenSchema } from '#contract/library/forbidden.ts';
import { fragmentSchema } from '#contract/library/fragment.ts';
import { incidentPlanSchema } from '#contract/library/incident-plan.ts';
import { courtesySchema, lineSchema, variableSchema } from '#contract/library/line.ts';
import { noticeSchema } from '#contract/library/notice.ts';
import { productSheetSchema } from '#contract/library/product-sheet.ts';
import { rewordingSchema } from '#contract/library/rewording.ts';
import { scenarioSchema } from '#contract/library/scenario.ts';
import { specialCallSchema } from '#contract/library/special-call.ts';
import { stepListSchema } from '#contract/library/step-list.ts';
import { stopPhrasesSchema, synonymsSchema } from '#contract/library/synonyms.ts';

/** In a file a variable is the name of a shared one, the shared one with something changed, or one of its own. */
const authoredVariableSchema = z.union([
  z.string().describe('name of a variable of variables.yaml'),
  variableSchema.partial().required({ name: true }),
]);

const authoredProvenance = { provenance: provenanceSchema.partial().optional() };
const wordingDefaults = { channels: true, scene: true, stage: true, tiers: true } as const;
const authoredVariables = { variables: z.array(authoredVariableSchema).optional() };

const authoredLine = lineSchema
  .omit({ kind: true })
  .extend({ ...authoredProvenance, ...authoredVariables })
  .partial(wordingDefaults);
const authoredCourtesy = courtesySchema
  .omit({ kind: true })
  .extend({ ...authoredProvenance, ...authoredVariables })
  .partial({ ...wordingDefaults, courtesyKind: true });
const authoredForbidden = forbiddenSchema
  .omit({ kind: true })
  .extend(authoredProvenance)
  .partial({ class: true, severity: true });
const authoredTable = decisionTableSchema.omit({ kind: true }).extend(authoredProvenance).partial({ scene: true });
const authoredFlow = flowSchema.omit({ kind: true }).extend(authoredProvenance).partial({ scene: true });
const placed = { scene: true, channels: true } as const;
const authoredCall = specialCallSchema.omit({ kind: true }).extend(authoredProvenance).partial(placed);
const noticeDefaults = { scene: true, level: true, scope: true, period: true, speaker: true, contact: true } as const;
const authoredNotice = noticeSchema
  .omit({ kind: true })
  .extend({ ...authoredProvenance, ...authoredVariables })
  .partial(noticeDefaults);
const planDefaults = {
  scene: true,
  level: true,
  speaker: true,
  speakerPost: true,
  speakerReach: true,
  readWithinMinutes: true,
} as const;
const authoredPlan = incidentPlanSchema.omit({ kind: true }).extend(authoredProvenance).partial(planDefaults);
const lawDefaults = { scene: true, lawName: true, lawNumber: true, effectiveFrom: true, status: true } as const;
const authoredArticle = articleSchema.omit({ kind: true }).extend(authoredProvenance).partial(lawDefaults);
const sheetDefaults = { scene: true, asOf: true, sample: true } as const;
const authoredSheet = productSheetSchema.omit({ kind: true }).extend(authoredProvenance).partial(sheetDefaults);
const authoredScenario = scenarioSchema.omit({ kind: true }).extend(authoredProvenance).partial({ scene: true });
const authoredFragment = fragmentSchema.omit({ kind: true }).extend({ ...authoredProvenance, ...authoredVariables });
const authoredRewording = rewordingSchema.omit({ kind: true }).extend(authoredProvenance).partial({ scene: true });
const authoredStepList = stepListSchema.omit({ kind: true }).extend(authoredProvenance).partial(placed);
const authoredSynonyms = synonymsSchema.omit({ kind: true }).extend(authoredProvenance);
const authoredStopPhrases = stopPhrasesSchema.omit({ kind: true }).extend(authoredProvenance);

function fileOf<Kind extends string, Entry extends z.ZodObject>(kind: Kind, entry: Entry, defaults: z.ZodObject) {
  return z.strictObject({
    kind: z.literal(kind),
    defaults: defaults.describe('what holds for every entry below that does not say otherwise').optional(),
    entries: z.array(entry).min(1),
  });
}

/** One YAML file of a pack as it is written by hand: entries of one kind, with what they share said once. */
export const entryFileSchema = z.discriminatedUnion('kind', [
  fileOf('line', authoredLine, authoredLine.pick({ provenance: true, ...wordingDefaults }).partial()),
  fileOf(
    'courtesy',
    authoredCourtesy,
    authoredCourtesy.pick({ provenance: true, ...wordingDefaults, courtesyKind: true }).partial(),
  ),
  fileOf(
    'forbidden',
    authoredForbidden,
    authoredForbidden.pick({ provenance: true, class: true, severity: true }).partial(),
  ),
  fileOf('decisionTable', authoredTable, authoredTable.pick({ provenance: true, scene: true }).partial()),
  fileOf('flow', authoredFlow, authoredFlow.pick({ provenance: true, scene: true }).partial()),
  fileOf('specialCall', authoredCall, authoredCall.pick({ provenance: true, ...placed }).partial()),
  fileOf('notice', authoredNotice, authoredNotice.pick({ provenance: true, ...noticeDefaults }).partial()),
  fileOf('incidentPlan', authoredPlan, authoredPlan.pick({ provenance: true, ...planDefaults }).partial()),
  fileOf('article', authoredArticle, authoredArticle.pick({ provenance: true, ...lawDefaults }).partial()),
  fileOf('productSheet', authoredSheet, authoredSheet.pick({ provenance: true, ...sheetDefaults }).partial()),
  fileOf('scenario', authoredScenario, authoredScenario.pick({ provenance: true, scene: true }).partial()),
  fileOf('fragment', authoredFragment, authoredFragment.pick({ provenance: true }).partial()),
  fileOf('rewording', authoredRewording, authoredRewording.pick({ provenance: true, scene: true }).partial()),
  fileOf('stepList', authoredStepList, authoredStepList.pick({ provenance: true, ...placed }).partial()),
  fileOf('synonyms', authoredSynonyms, authoredSynonyms.pick({ provenance: true }).partial()),
  fileOf('stopPhrases', authoredStopPhrases, authoredStopPhrases.pick({ provenance: true }).partial()),
]);

export const sharedVariablesSchema = z.array(variableSchema);
export const releaseFileSchema = z.strictObject({ version: z.string().regex(/^\d{4}\.\d{1,2}\.\d+$/) });

const LINE_WIDTH = 120;

/** The JSON Schema that editors complete and check entry files with, as the text of its file. */
export function entryFileJsonSchema(): string {
  return `${formatted(z.toJSONSchema(entryFileSchema, { io: 'input' }))}\n`;
}

/** JSON as the formatter of this repository leaves it: a list of plain values stands on one line where it fits. */
function formatted(value: unknown, indent = '', lead = indent): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const list = Array.isArray(value);
  const flat = list ? `[${value.map((item) => JSON.stringify(item)).join(', ')}]` : JSON.stringify(value);
  const plain = list && value.every((item) => typeof item !== 'object');
  if (Object.keys(value).length === 0 || (plain && lead.length + flat.length < LINE_WIDTH)) return flat;
  const deeper = `${indent}  `;
  const items = list
    ? value.map((item) => deeper + formatted(item, deeper))
    : Object.entries(value).map(([key, item]) => {
        const start = `${deeper}${JSON.stringify(key)}: `;
        return start + formatted(item, deeper, start);
      });
  const [open, close] = list ? '[]' : '{}';
  return `${open}\n${items.join(',\n')}\n${indent}${close}`;
}
