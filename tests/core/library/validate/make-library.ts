import { type Entry, entrySchema } from '#contract/library/release.ts';
import type { Fault, LibraryView } from '#core/library/validate/fault.ts';
import { loadLibrary } from '#tools/content/load.ts';

/** The packs that ship, loaded once. */
export const shipped = loadLibrary('scripts-library');

export const provenance = { owner: '值班长', effectiveFrom: '2026-11-01' };

/** A line that breaks no rule, with what a test changes about it. */
export function makeLine(changes: Record<string, unknown> = {}): Entry {
  return entrySchema.parse({
    kind: 'line',
    id: 'test/line',
    title: '试验的口径',
    scene: 'everyday',
    channels: ['counter'],
    variants: { standard: '您坐，我这就替您看。', short: '我来看。' },
    provenance,
    ...changes,
  });
}

export function makeForbidden(changes: Record<string, unknown> = {}): Entry {
  return entrySchema.parse({
    kind: 'forbidden',
    id: 'test/forbidden',
    title: '不归我管',
    class: 'shirking',
    matchers: [{ phrase: '不归我管' }],
    reason: '客户被推开了，事情没有动。',
    rewording: '我替您联系。',
    fails: ['这事不归我管。'],
    passes: ['这事归我管。'],
    provenance,
    ...changes,
  });
}

/** A library of one pack `test` with one scene `everyday`. */
export function libraryOf(...entries: Entry[]): LibraryView {
  return {
    packs: [{ id: 'test', scenes: [{ id: 'everyday', label: '日常' }] }],
    entries: entries.map((entry) => ({ packId: 'test', entry })),
  };
}

export const reasons = (faults: readonly Fault[]): string[] => faults.map(({ reason }) => reason);
