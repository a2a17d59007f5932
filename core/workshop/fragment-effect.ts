import type { LooseEntry } from '#contract/workshop/terms.ts';
import type { FragmentEffect } from '#contract/workshop/views.ts';
import type { Catalogue } from '../library/catalogue.ts';
import { textDiff } from '../library/exchange/entry-diff.ts';
import { SPOKEN_SENTENCE_MAX } from '../library/validate/sentence-length.ts';
import { countHanzi, sentences, templatesOf } from '../library/validate/wording.ts';

const FRAGMENT = /\{%-?\s*render\s+['"]([^'"]+)['"][^%]*%\}/g;
const GAP = /\{\{\s*([A-Za-z]\w*)[^}]*\}\}/g;

/** Every text that rests on an article, as it is said: what somebody has to look at once the article does not hold any more. */
export function citingTexts(draft: LooseEntry, catalogue: Catalogue): FragmentEffect[] {
  if (draft.kind !== 'article') return [];
  return catalogue.release.entries.flatMap(({ entry, packId }): FragmentEffect[] => {
    if (!('basis' in entry) || !entry.basis.includes(draft.id)) return [];
    const [first] = 'variants' in entry ? templatesOf(entry) : [];
    const labels = new Map(entry.variables.map(({ name, label }) => [name, label]));
    const text = first === undefined ? '' : read(first.text, catalogue.fragments, labels);
    const packTitle = catalogue.packTitle(packId);
    return [
      {
        entryId: entry.id,
        title: entry.title,
        packTitle,
        variant: null,
        parts: [{ kind: 'same', text }],
        tooLong: false,
      },
    ];
  });
}

/** What every text that takes a fragment in becomes by changing it, directly or through other fragments. */
export function fragmentEffect(draft: LooseEntry, catalogue: Catalogue): FragmentEffect[] {
  const text = draft['text'];
  if (draft.kind !== 'fragment' || typeof text !== 'string') return [];
  const before = catalogue.fragments;
  const after = { ...before, [draft.id]: text };
  return catalogue.release.entries.flatMap(({ entry, packId }) => {
    if (entry.kind !== 'line' && entry.kind !== 'courtesy' && entry.kind !== 'notice') return [];
    const labels = new Map(entry.variables.map(({ name, label }) => [name, label]));
    return templatesOf(entry).flatMap(({ path, text: template }): FragmentEffect[] => {
      if (!takesIn(template, draft.id, before)) return [];
      const [was, is] = [read(template, before, labels), read(template, after, labels)];
      const variant = path.at(-1) as FragmentEffect['variant'];
      const tooLong = variant !== 'written' && sentences(is).some((one) => countHanzi(one) > SPOKEN_SENTENCE_MAX);
      const packTitle = catalogue.packTitle(packId);
      return [{ entryId: entry.id, title: entry.title, packTitle, variant, parts: textDiff(was, is), tooLong }];
    });
  });
}

function takesIn(template: string, id: string, fragments: Readonly<Record<string, string>>, depth = 0): boolean {
  if (depth > 8) return false;
  return [...template.matchAll(FRAGMENT)].some(
    ([, name = '']) => name === id || takesIn(fragments[name] ?? '', id, fragments, depth + 1),
  );
}

function read(
  template: string,
  fragments: Readonly<Record<string, string>>,
  labels: ReadonlyMap<string, string>,
  depth = 0,
): string {
  if (depth > 8) return '';
  return template
    .replaceAll(FRAGMENT, (_, id: string) => read(fragments[id] ?? '', fragments, labels, depth + 1))
    .replaceAll(GAP, (_, name: string) => `〔${labels.get(name) ?? name}〕`)
    .replaceAll(/\{%[^%]*%\}/g, '');
}
