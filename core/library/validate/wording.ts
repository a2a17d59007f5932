import type { Fragment } from '#contract/library/fragment.ts';
import { type Courtesy, type Line, type VariantName, variantNames } from '#contract/library/line.ts';
import type { Notice } from '#contract/library/notice.ts';

/** Entries with variants to say. */
export type Spoken = Line | Courtesy | Notice;
export const SPOKEN = ['line', 'courtesy', 'notice'] as const;

export interface Wording {
  variant: VariantName;
  text: string;
}

/** The variants a line has, in their fixed order. */
export function wordings(line: Pick<Spoken, 'variants'>): Wording[] {
  return variantNames.flatMap((variant) => {
    const text = line.variants[variant];
    return text === undefined ? [] : [{ variant, text }];
  });
}

/** Every template of an entry with the keys that lead to it. */
export function templatesOf(entry: Spoken | Fragment): { path: string[]; text: string }[] {
  if (entry.kind === 'fragment') return [{ path: ['text'], text: entry.text }];
  return wordings(entry).map(({ variant, text }) => ({ path: ['variants', variant], text }));
}

/** Stands for a gap in text that rules read. */
export const GAP = '□';

/** Wording without its template syntax: every gap is one 「□」, tags are gone, all branches stay. */
export function withoutSyntax(template: string): string {
  return template.replace(/\{\{.*?\}\}/gsu, GAP).replace(/\{%.*?%\}/gsu, '');
}

const HANZI = /\p{Script=Han}/gu;

export function countHanzi(text: string): number {
  return text.match(HANZI)?.length ?? 0;
}

/** How long something is to say: hanzi, or letters where there are none. */
export function spokenLength(template: string): number {
  const plain = withoutSyntax(template);
  return countHanzi(plain) || plain.length;
}

/** Sentences as they are spoken: they end where one stops, not at a comma. */
export function sentences(text: string): string[] {
  return text.split(/[。！？!?\n]+|\.(?=\s|$)/u).filter((sentence) => sentence.trim() !== '');
}
