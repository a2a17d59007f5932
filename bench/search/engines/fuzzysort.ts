import fuzzysort from 'fuzzysort';
import type { EngineMaker } from './engine.ts';

/** fuzzysort over prepared titles, keywords and wordings. */
export const fuzzySort: EngineMaker = ({ entries }) => {
  const prepared = entries.map((entry) => ({
    id: entry.id,
    title: fuzzysort.prepare(entry.title),
    keywords: fuzzysort.prepare(entry.keywords.join(' ')),
    body: fuzzysort.prepare(entry.body),
  }));
  return {
    find(text, limit) {
      const found = fuzzysort.go(text, prepared, { keys: ['title', 'keywords', 'body'], limit });
      return found.map(({ obj }) => ({ id: obj.id, near: false }));
    },
  };
};
