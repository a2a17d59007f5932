import type { SearchDocument } from '../search/search-document.ts';
import { readableTexts, sceneOf } from './browse/entry-traits.ts';
import { type Catalogue, isWording } from './catalogue.ts';

/** What the search is told of everything that is no wording to say: tables, special calls, articles, forbidden phrases, … */
export function otherDocuments(catalogue: Catalogue): SearchDocument[] {
  return catalogue.release.entries.flatMap(({ entry, packId }) => {
    if (isWording(entry)) return [];
    const scene = sceneOf(entry);
    return [
      {
        id: entry.id,
        title: entry.title,
        body: readableTexts(entry, catalogue.fragments),
        keywords: entry.keywords,
        colloquial: entry.colloquial,
        kind: entry.kind,
        ...(scene === null ? {} : { scene }),
        channels: [],
        packTitle: catalogue.packTitle(packId),
      },
    ];
  });
}
