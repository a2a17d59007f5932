import { variantNames } from '#contract/library/line.ts';
import type { SearchDocument } from '../search/search-document.ts';
import type { Catalogue } from './catalogue.ts';
import type { Renderable } from './render-line.ts';

const GAP = /\{\{\s*([A-Za-z]\w*)[^}]*\}\}/g;
const FRAGMENT = /\{%-?\s*render\s+['"]([^'"]+)['"][^%]*%\}/g;
const TAG = /\{%[^%]*%\}/g;

/** What the search engine is told of a release: every line and courtesy phrase. */
export function searchDocuments(catalogue: Catalogue): SearchDocument[] {
  return catalogue.wordings.map(({ entry, packId }) => ({
    id: entry.id,
    title: entry.title,
    body: searchableBody(entry, catalogue.fragments),
    keywords: entry.keywords,
    colloquial: entry.colloquial,
    kind: entry.kind,
    ...(entry.stage ? { stage: entry.stage } : {}),
    scene: entry.scene,
    channels: entry.channels,
    packTitle: catalogue.packTitle(packId),
    verifiedAtMs: Date.parse(entry.provenance.effectiveFrom),
  }));
}

/**
 * All variants as plain text, gaps reading their default or 〔label〕. Every branch of a condition is kept: all of it may
 * be said, so all of it should be found. Rendering proper would cost a start half a second at 10,000 entries.
 */
export function searchableBody(entry: Renderable, fragments: Readonly<Record<string, string>> = {}): string {
  const gaps = new Map(entry.variables.map(({ name, label, ...rest }) => [name, rest.default ?? `〔${label}〕`]));
  const plain = (template: string): string =>
    template
      .replaceAll(FRAGMENT, (_tag, id: string) => plain(fragments[id] ?? ''))
      .replaceAll(GAP, (_tag, name: string) => gaps.get(name) ?? '')
      .replaceAll(TAG, '');
  return variantNames
    .flatMap((variant) => (entry.variants[variant] ? [plain(entry.variants[variant])] : []))
    .join('\n');
}
