import { type Courtesy, type Line, type VariantName, variantNames } from '#contract/library/line.ts';

export interface Wording {
  variant: VariantName;
  text: string;
}

/** The variants a line has, in their fixed order. */
export function wordings(line: Line | Courtesy): Wording[] {
  return variantNames.flatMap((variant) => {
    const text = line.variants[variant];
    return text === undefined ? [] : [{ variant, text }];
  });
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

/** Sentences as they are spoken: they end where one stops, not at a comma. */
export function sentences(text: string): string[] {
  return text.split(/[。！？!?\n]+/u).filter((sentence) => sentence.trim() !== '');
}
