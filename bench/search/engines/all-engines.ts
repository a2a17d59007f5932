import type { EngineMaker } from './engine.ts';

/** Every engine by name; loaded only in the process that measures it. */
export const ENGINES: Record<string, () => Promise<EngineMaker>> = {
  ours: async () => (await import('./ours.ts')).ours,
  includes: async () => (await import('./includes-scan.ts')).includesScan,
  'fuse-default': async () => (await import('./fuse.ts')).fuseDefault,
  'fuse-tuned': async () => (await import('./fuse.ts')).fuseTuned,
  minisearch: async () => (await import('./minisearch.ts')).miniSearch,
  flexsearch: async () => (await import('./flexsearch.ts')).flexSearch,
  fuzzysort: async () => (await import('./fuzzysort.ts')).fuzzySort,
  'fts5-trigram': async () => (await import('./fts5.ts')).ftsTrigram,
  'fts5-pairs': async () => (await import('./fts5.ts')).ftsPairs,
};
