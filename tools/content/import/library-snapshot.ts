import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { LibrarySnapshot } from '#core/library/exchange/snapshot.ts';
import { sharedVariablesSchema } from '../entry-file.ts';
import type { LoadedLibrary } from '../load.ts';
import { readYaml } from '../yaml-file.ts';

/** A scripts library as imports and exports see it. */
export function librarySnapshot(root: string, library: LoadedLibrary): LibrarySnapshot {
  const path = join(root, 'zh-CN', 'variables.yaml');
  const shared = existsSync(path) ? sharedVariablesSchema.safeParse(readYaml(path, path).value) : null;
  return { packs: library.packs, entries: library.entries, variables: shared?.data ?? [] };
}
