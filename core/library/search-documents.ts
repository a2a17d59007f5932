import type { SearchDocument } from '../search/search-document.ts';
import type { Catalogue } from './catalogue.ts';
import { plainText, renderLine } from './render-line.ts';

/** What the search engine is told of a release: every line and courtesy phrase, gaps reading 〔label〕. */
export function searchDocuments(catalogue: Catalogue): SearchDocument[] {
  return catalogue.wordings.map(({ entry, packId }) => ({
    id: entry.id,
    title: entry.title,
    body: renderLine(entry, {}).map(plainText).join('\n'),
    keywords: entry.keywords,
    colloquial: entry.colloquial,
    kind: entry.kind,
    ...(entry.stage ? { stage: entry.stage } : {}),
    scene: entry.scene,
    channels: entry.channels,
    packTitle: catalogue.packTitle(packId),
  }));
}
