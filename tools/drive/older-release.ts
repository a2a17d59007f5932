import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Release } from '#contract/library/release.ts';
import type { CoreOptions } from '#core/core-options.ts';
import { canonicalBytes } from '#ledger/canonical.ts';
import { PROJECT_ROOT } from '../runtime/provision.ts';

/**
 * A release from before the one that ships, in which every flow still asked for one thing less: what was begun under it is
 * offered the newer one when the app is started.
 */
export function olderRelease(folder: string): CoreOptions['starterRelease'] {
  const shipped = JSON.parse(readFileSync(join(PROJECT_ROOT, 'out/library/starter-release.json'), 'utf8')) as Release;
  const version = '2026.1.1';
  const entries = shipped.entries.map((released) => {
    const { entry } = released;
    if (entry.kind !== 'flow') return released;
    const stages = entry.stages.map((stage) => ({ ...stage, forbidden: stage.forbidden.slice(0, -1) }));
    return { ...released, entry: { ...entry, stages } };
  });
  const bytes = canonicalBytes({ ...shipped, version, entries });
  mkdirSync(folder, { recursive: true });
  const file = join(folder, 'older-release.json');
  writeFileSync(file, bytes);
  return { file, pin: { version, sha256: createHash('sha256').update(bytes).digest('hex') } };
}
