import type { LooseEntry } from '#contract/workshop/terms.ts';

/** A text of a draft that somebody will say, under its dotted key; of drafts that are not finished too. */
export interface DraftText {
  readonly path: string;
  readonly text: string;
}

export function draftTexts(entry: LooseEntry): DraftText[] {
  switch (entry.kind) {
    case 'line':
    case 'courtesy':
    case 'notice':
      return textsIn(entry['variants'], 'variants');
    case 'fragment':
      return textsIn({ text: entry['text'] }, '');
    case 'forbidden':
      return textsIn({ rewording: entry['rewording'] }, '');
    case 'rewording':
      return partsOf(entry['pairs']).flatMap((pair, index) => textsIn({ to: pair['to'] }, `pairs.${index}`));
    default:
      return [];
  }
}

/** The value under a dotted key, or undefined. */
export function valueAt(entry: LooseEntry, path: string): unknown {
  let value: unknown = entry;
  for (const key of path.split('.')) {
    if (typeof value !== 'object' || value === null) return undefined;
    value = (value as Record<string, unknown>)[key];
  }
  return value;
}

const partsOf = (value: unknown): Record<string, unknown>[] =>
  Array.isArray(value) ? value.filter((each) => typeof each === 'object' && each !== null) : [];

function textsIn(value: unknown, path: string): DraftText[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, text]) =>
    typeof text === 'string' && text !== '' ? [{ path: path === '' ? key : `${path}.${key}`, text }] : [],
  );
}

/** Template syntax as a mark of the same length: places in it stay places in the template. */
export function withGapMarks(template: string): string {
  return template.replace(/\{\{.*?\}\}|\{%.*?%\}/gsu, (syntax) => '□'.repeat(syntax.length));
}
