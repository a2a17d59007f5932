import MiniSearch from 'minisearch';
import { type EngineMaker, singlesAndPairs } from './engine.ts';

/** MiniSearch over single symbols and pairs, title and keywords weighing more, with prefixes for letters. */
export const miniSearch: EngineMaker = ({ entries }) => {
  const index = new MiniSearch({
    fields: ['title', 'keywords', 'body'],
    extractField: (entry, field) => {
      const value: unknown = entry[field];
      return Array.isArray(value) ? value.join('\n') : String(value);
    },
    tokenize: singlesAndPairs,
    searchOptions: { boost: { title: 3, keywords: 2 }, prefix: (term) => /^[a-z0-9]+$/.test(term) },
  });
  index.addAll(entries);
  return {
    find: (text, limit) =>
      index
        .search(text)
        .slice(0, limit)
        .map(({ id }) => ({ id: String(id), near: false })),
  };
};
