import Fuse from 'fuse.js';
import type { EngineMaker } from './engine.ts';

/** fuse.js as its documentation begins: three keys, nothing set. */
export const fuseDefault: EngineMaker = ({ entries }) => {
  const fuse = new Fuse(entries, { keys: ['title', 'keywords', 'body'] });
  return { find: (text, limit) => fuse.search(text, { limit }).map(({ item }) => ({ id: item.id, near: false })) };
};

/** fuse.js set for short texts matched anywhere: weights, no distance, a stricter threshold. */
export const fuseTuned: EngineMaker = ({ entries }) => {
  const fuse = new Fuse(entries, {
    keys: [
      { name: 'title', weight: 3 },
      { name: 'keywords', weight: 2 },
      { name: 'body', weight: 1 },
    ],
    ignoreLocation: true,
    threshold: 0.34,
    minMatchCharLength: 2,
  });
  return {
    find: (text, limit) => fuse.search(text.slice(0, 32), { limit }).map(({ item }) => ({ id: item.id, near: false })),
  };
};
