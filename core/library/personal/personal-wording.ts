import type { Line, Variable, VariantName } from '#contract/library/line.ts';
import { variantNames } from '#contract/library/line.ts';
import type { PersonalLine } from '#contract/personal-lines.ts';
import type { Catalogue, ReleasedWording } from '../catalogue.ts';
import type { Renderable } from '../render-line.ts';

/** A line somebody wrote for themselves, in the shape of a line of the library. */
export type PersonalWording = Omit<Line, 'variants'> & { variants: Renderable['variants'] };

/** Wording that can be shown and taken: of the release, or one's own. */
export interface Sayable {
  packId: string;
  entryHash: string;
  entry: ReleasedWording['entry'] | PersonalWording;
}

export const PERSONAL_PACK = 'personal';

const GAP = /〔([^〔〕\n]{1,24})〕/gu;

/** Variables of the library by what people call them; the first of a label counts. */
export function variablesByLabel({ wordings }: Catalogue): ReadonlyMap<string, Variable> {
  const byLabel = new Map<string, Variable>();
  for (const { entry } of wordings) {
    for (const variable of entry.variables) if (!byLabel.has(variable.label)) byLabel.set(variable.label, variable);
  }
  return byLabel;
}

/**
 * Own lines are plain text: 〔称呼〕 becomes the gap that the library calls so, filled and asked for as everywhere; an
 * unknown label becomes a gap of this line alone.
 */
export function asWording(line: PersonalLine, known: ReadonlyMap<string, Variable>): PersonalWording {
  const variables = new Map<string, Variable>();
  const gapOf = (label: string): Variable => {
    const there = variables.get(label);
    if (there) return there;
    const { name, type } = known.get(label) ?? { name: `own${variables.size + 1}`, type: 'text' as const };
    const variable = { name, label, type };
    variables.set(label, variable);
    return variable;
  };
  const variants: { [Name in VariantName]?: string } = {};
  for (const name of variantNames) {
    const text = line.variants[name];
    if (text !== undefined)
      variants[name] = text.replaceAll(GAP, (_all, label: string) => `{{ ${gapOf(label).name} }}`);
  }
  return {
    kind: 'line',
    id: line.entryId,
    title: line.title,
    keywords: line.keywords,
    colloquial: [],
    scene: line.scene ?? '',
    ...(line.stage === null ? {} : { stage: line.stage }),
    channels: ['counter', 'phone', 'chat'],
    tiers: [],
    variants,
    variables: [...variables.values()],
    fragments: [],
    basis: [],
    related: [],
    forbidden: [],
    provenance: {
      owner: '',
      review: 'approved',
      version: line.version,
      effectiveFrom: '2000-01-01',
      reviewEveryDays: 1095,
      changeNote: '',
    },
  };
}
