import type { Variable } from '#contract/library/line.ts';
import type { LooseEntry } from '#contract/workshop/terms.ts';

const GAP = /\{\{\s*([A-Za-z]\w*)\s*\}\}/g;
const SHOWN = /〔([^〔〕\n]{1,24})〕/gu;
const IN_SYNTAX = /\{\{.*?\}\}|\{%.*?%\}/gsu;
const RENDER = /\{%-?\s*render\s+['"]([^'"]+)['"]/gu;

type Gap = Pick<Variable, 'name' | 'label' | 'type'>;
const isGap = (value: unknown): value is Gap => typeof value === 'object' && value !== null && 'label' in value;

export function variablesOf(entry: LooseEntry): Gap[] {
  const { variables } = entry as { variables?: unknown };
  return Array.isArray(variables) ? variables.filter(isGap) : [];
}

/** A template as people write it: gaps read 〔label〕; whatever else the template does stands there as it is. */
export function shownText(template: string, variables: readonly Gap[]): string {
  const labels = new Map(variables.map(({ name, label }) => [name, label]));
  return template.replaceAll(GAP, (syntax, name: string) => (labels.has(name) ? `〔${labels.get(name)}〕` : syntax));
}

/** The entry with one of its texts written anew; gaps that come with it are declared, those nothing uses any more are not. */
export function withShownText(
  entry: LooseEntry,
  put: (template: string) => LooseEntry,
  shown: string,
  known: readonly Gap[],
): LooseEntry {
  const own = [...variablesOf(entry)];
  const nameFor = (label: string): string => {
    const there = own.find((each) => each.label === label);
    if (there) return there.name;
    const usual = known.find((each) => each.label === label && own.every(({ name }) => name !== each.name));
    const gap = usual ?? { name: freeName(own), label, type: 'text' as const };
    own.push(gap);
    return gap.name;
  };
  const changed = put(shown.replaceAll(SHOWN, (_, label: string) => `{{ ${nameFor(label)} }}`));
  return declaring(changed, own);
}

function freeName(own: readonly Gap[]): string {
  let next = own.length + 1;
  while (own.some(({ name }) => name === `gap${next}`)) next += 1;
  return `gap${next}`;
}

/** Declares what the texts of the entry use: gaps and fragments, no more and no less. */
function declaring(entry: LooseEntry, variables: readonly Gap[]): LooseEntry {
  const texts =
    entry.kind === 'fragment' ? [entry['text']] : Object.values((entry['variants'] as object | undefined) ?? {});
  const syntax = texts.flatMap((text) => (typeof text === 'string' ? (text.match(IN_SYNTAX) ?? []) : [])).join('\n');
  const used = new Set(syntax.match(/[A-Za-z]\w*/g) ?? []);
  const taken = [...new Set([...syntax.matchAll(RENDER)].map(([, id = '']) => id))];
  const { fragments } = entry as { fragments?: unknown };
  const kept = Array.isArray(fragments) ? fragments.filter((id) => taken.includes(String(id))) : [];
  return {
    ...entry,
    variables: variables.filter(({ name }) => used.has(name) || taken.length > 0),
    fragments: [...new Set([...kept, ...taken])],
  };
}
