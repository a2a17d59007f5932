import type { Variable } from '#contract/library/line.ts';
import type { CellContext } from './codecs.ts';

/** 〔称呼〕 as people write it becomes `{{ customerName }}`, when the library has a variable of that label. */
export function namedGaps(text: string, { variables }: CellContext): string {
  return text.replace(/〔([^〔〕]{1,24})〕/gu, (gap, label: string) => {
    const known = [...variables.values()].find((variable) => variable.label === label || variable.name === label);
    return known ? `{{ ${known.name} }}` : gap;
  });
}

/** Declares the shared variables that the texts use, and drops those that they no longer do. */
export function declareVariables(
  value: Record<string, unknown>,
  texts: Readonly<Record<string, unknown>>,
  { variables }: CellContext,
): void {
  const used = new Set(
    Object.values(texts).flatMap((text) => {
      const tags = typeof text === 'string' ? (text.match(/\{[{%].*?[%}]\}/gsu) ?? []) : [];
      return tags.flatMap((tag) => tag.match(/[a-z][A-Za-z0-9]*/gu) ?? []);
    }),
  );
  const declared = (Array.isArray(value['variables']) ? value['variables'] : []) as Variable[];
  const kept = declared.filter(({ name }) => used.has(name));
  const missing = [...used].flatMap((name) => {
    const known = variables.get(name);
    return known && !kept.some((each) => each.name === name) ? [known] : [];
  });
  value['variables'] = [...kept, ...missing];
}
