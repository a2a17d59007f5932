import { existsSync } from 'node:fs';
import { join, relative } from 'node:path';
import { z } from 'zod';
import { type Entry, type EntryKind, entrySchema } from '#contract/library/release.ts';
import type { LoadedLibrary } from './load.ts';
import { readYaml } from './yaml-file.ts';

const kinds = entrySchema.options.map((option) => option.shape.kind.value) as [EntryKind, ...EntryKind[]];

const targetsSchema = z.array(
  z.strictObject({
    pack: z.string().optional(),
    locale: z.enum(['zh-CN', 'en']).optional(),
    kinds: z.array(z.enum(kinds)).min(1),
    count: z.enum(['entries', 'pairs']).default('entries'),
    want: z.int().min(1),
  }),
);
export type Target = z.infer<typeof targetsSchema>[number];

/** How much of what a library wants to hold, from its `targets.yaml`; none without one. Throws on a file that is none. */
export function loadTargets(root: string): Target[] {
  const path = join(root, 'targets.yaml');
  if (!existsSync(path)) return [];
  const { value, syntaxFaults } = readYaml(path, relative(process.cwd(), path));
  if (syntaxFaults[0]) throw new Error(`${syntaxFaults[0].file}:${syntaxFaults[0].line}  ${syntaxFaults[0].reason}`);
  return targetsSchema.parse(value);
}

/** How much of a target is there. */
export function countOf(library: Pick<LoadedLibrary, 'packs' | 'entries'>, target: Target): number {
  const packs = new Set(
    library.packs.flatMap((pack) =>
      (target.pack === undefined || target.pack === folderOf(pack)) &&
      (target.locale === undefined || target.locale === pack.locale)
        ? [pack.id]
        : [],
    ),
  );
  return library.entries
    .filter(({ packId, entry }) => packs.has(packId) && target.kinds.includes(entry.kind))
    .reduce((sum, { entry }) => sum + (target.count === 'pairs' ? pairsIn(entry) : 1), 0);
}

/** A pack as its folder is called, such as `en/courtesy` for `en-courtesy`. */
export function folderOf({ id, locale }: LoadedLibrary['packs'][number]): string {
  return `${locale}/${locale === 'en' ? id.replace(/^en-/, '') : id}`;
}

/** What a list entry holds: pairs to reword, names of terms. */
export function pairsIn(entry: Entry): number {
  if (entry.kind === 'rewording') return entry.pairs.length;
  if (entry.kind === 'synonyms') return entry.groups.reduce((sum, { colloquial }) => sum + colloquial.length, 0);
  return entry.kind === 'stopPhrases' ? entry.phrases.length : 0;
}
