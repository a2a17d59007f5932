import FlexSearch from 'flexsearch';
import { type EngineMaker, singlesAndPairs } from './engine.ts';

/** FlexSearch's document index over single symbols and pairs; with `suggest`, so that not every one must be there. */
export const flexSearch: EngineMaker = ({ entries }) => {
  const index = new FlexSearch.Document({
    document: { id: 'id', index: ['title', 'keywords', 'body'] },
    encode: singlesAndPairs,
    tokenize: 'strict',
  });
  for (const { id, title, keywords, body } of entries) index.add({ id, title, keywords: keywords.join('\n'), body });
  return {
    find(text, limit) {
      const found = index.search(text, { limit, suggest: true });
      const ids = found.flatMap((field) => field.result.map(String));
      return [...new Set(ids)].slice(0, limit).map((id) => ({ id, near: false }));
    },
  };
};
