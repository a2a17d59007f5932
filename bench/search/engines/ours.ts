import { createSearch, searchFromSnapshot } from '#core/search/create-search.ts';
import type { SearchDocument } from '#core/search/search-document.ts';
import type { EngineMaker } from './engine.ts';

export const ours: EngineMaker = ({ entries, synonyms }) => {
  const documents = entries.map(
    (entry): SearchDocument => ({ ...entry, colloquial: [], kind: 'line', channels: [], packTitle: '' }),
  );
  const engine = createSearch({ documents, synonyms });
  return {
    find: (text, limit) =>
      engine.search({ text: text.slice(0, 10_000), limit }).hits.map(({ entryId, near }) => ({ id: entryId, near })),
    extra() {
      const bytes = engine.snapshot();
      let fastest = Number.POSITIVE_INFINITY;
      for (let i = 0; i < 5; i++) {
        const startedAt = performance.now();
        if (searchFromSnapshot(bytes, { documents, synonyms }) === undefined)
          throw new Error('The snapshot was refused.');
        fastest = Math.min(fastest, performance.now() - startedAt);
      }
      return { snapshotBytes: bytes.length, snapshotMs: fastest };
    },
  };
};
