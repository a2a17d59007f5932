import { type Variable, type VariantName, variantNames } from '#contract/library/line.ts';
import type { RenderedVariant, Segment, VariableValues } from '#contract/library.ts';
import { GapValue } from './gap-value.ts';
import { type Fragments, type Piece, TemplateEngine } from './template-engine.ts';

const withoutFragments = new TemplateEngine();
const withFragments = new WeakMap<Fragments, TemplateEngine>();

/** What rendering needs of a line; lines people write for themselves need not have a short form. */
export interface Renderable {
  variants: { readonly [Name in VariantName]?: string | undefined };
  variables: readonly Variable[];
}

/**
 * Every variant of a line as segments: wording, gaps that are filled by `values` or by their default, and gaps still
 * open, which read 〔label〕. A blank value counts as none. Throws only on wording that content validation refuses.
 */
export function renderLine(line: Renderable, values: VariableValues, fragments?: Fragments): RenderedVariant[] {
  const engine = engineFor(fragments);
  const gaps: Record<string, GapValue> = {};
  for (const variable of line.variables) gaps[variable.name] = gapFor(variable, values);
  return variantNames.flatMap((variant) => {
    const template = line.variants[variant];
    if (template === undefined) return [];
    const segments = engine.render(template, gaps).map(toSegment);
    const missing = segments.flatMap(({ state, variable }) => (state === 'missing' && variable ? [variable] : []));
    return [{ variant, segments, missing: [...new Set(missing)] }];
  });
}

/** The text of a rendered variant as it is said or copied; open gaps read 〔label〕. */
export function plainText(rendered: Pick<RenderedVariant, 'segments'>): string {
  return rendered.segments.map((segment) => segment.text).join('');
}

function engineFor(fragments: Fragments | undefined): TemplateEngine {
  if (!fragments) return withoutFragments;
  const known = withFragments.get(fragments);
  if (known) return known;
  const engine = new TemplateEngine(fragments);
  withFragments.set(fragments, engine);
  return engine;
}

function gapFor(variable: Variable, values: VariableValues): GapValue {
  const value = Object.hasOwn(values, variable.name) ? values[variable.name] : undefined;
  if (value !== undefined && value.trim() !== '') return new GapValue(variable.name, value, 'filled');
  if (variable.default !== undefined) return new GapValue(variable.name, variable.default, 'default');
  return new GapValue(variable.name, `〔${variable.label}〕`, 'missing');
}

function toSegment(piece: Piece): Segment {
  if (typeof piece === 'string') return { text: piece, state: 'wording' };
  return { text: GapValue.textOf(piece), variable: GapValue.nameOf(piece), state: GapValue.stateOf(piece) };
}
