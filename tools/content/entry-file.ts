import { z } from 'zod';
import { decisionTableSchema } from '#contract/library/decision-table.ts';
import { provenanceSchema } from '#contract/library/entry-base.ts';
import { flowSchema } from '#contract/library/flow.ts';
import { forbiddenSchema } from '#contract/library/forbidden.ts';
import { courtesySchema, lineSchema, variableSchema } from '#contract/library/line.ts';

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
