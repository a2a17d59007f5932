import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CoreOptions } from '#core/core-options.ts';
import { compileRelease } from '#tools/content/compile.ts';
import { loadLibrary } from '#tools/content/load.ts';
import { PROJECT_ROOT } from '#tools/runtime/provision.ts';
import { makeCorpus } from '../search/corpus.ts';
import { TEST_SENTENCES } from '../search/sentence-files.ts';

const SEED = 4_711;
/** Newer than anything the app brings along, so that the app keeps it. */
const VERSION = '9999.1.1';

export interface LargeRelease {
  starterRelease: CoreOptions['starterRelease'];
  /** Titles of its lines, for words to type. */
  titles: string[];
}

/** The shipped library filled up with made lines to `entries` entries, written into `folder` as a starter release. */
export function writeLargeRelease(folder: string, entries: number): LargeRelease {
  const library = loadLibrary(join(PROJECT_ROOT, 'scripts-library'));
  const pattern = library.entries.find(({ entry }) => entry.kind === 'line');
  if (pattern?.entry.kind !== 'line') throw new Error('the library has no line to make others after');
  const { packId, entry } = pattern;
  const missing = entries - library.entries.length;
  const made = makeCorpus(missing, SEED, TEST_SENTENCES).entries.slice(0, missing);
  const lines = made.map(({ title, body, keywords }, at) => ({
    ...pattern,
    entry: {
      ...entry,
      id: `${packId}/made-${at}`,
      title: title.slice(0, 40),
      keywords: keywords.map((word) => word.slice(0, 20)),
      colloquial: [],
      variables: [],
      variants: { standard: body, short: body.slice(0, 40) },
      basis: [],
      related: [],
      forbidden: [],
    },
  }));
  const release = compileRelease({ ...library, version: VERSION, entries: [...library.entries, ...lines] });
  const file = join(folder, 'large-release.json');
  writeFileSync(file, release.bytes);
  return {
    starterRelease: { file, pin: { version: VERSION, sha256: release.sha256 } },
    titles: lines.map((line) => line.entry.title),
  };
}
