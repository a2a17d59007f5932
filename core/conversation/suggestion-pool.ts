import type { ConversationDefinition } from '#contract/conversation/events.ts';
import type { Release } from '#contract/library/release.ts';
import type { Stage } from '#contract/vocabulary.ts';
import type { Catalogue, Wording } from '../library/catalogue.ts';

/** A phrase that more lines of a stage share says nothing about any of them. */
const MOST_SHARED = 8;

export interface PooledLine {
  readonly entry: Wording;
  /** What it is called, as far as that tells it from others. */
  readonly phrases: readonly string[];
}

const pools = new WeakMap<Release, Map<string, readonly PooledLine[]>>();

/** Lines of a stage from the packs that a definition draws on; worked out once for a release. */
export function poolOf(catalogue: Catalogue, definition: ConversationDefinition, stage: Stage): readonly PooledLine[] {
  const ofRelease = pools.get(catalogue.release) ?? new Map<string, readonly PooledLine[]>();
  pools.set(catalogue.release, ofRelease);
  const packs = packsOf(definition);
  const key = `${stage} ${packs.join(' ')}`;
  const known = ofRelease.get(key);
  if (known) return known;
  const entries = catalogue.wordings
    .map(({ entry }) => entry)
    .filter((entry) => entry.stage === stage && packs.includes(packOf(entry.id)));
  const shared = new Map<string, number>();
  for (const phrase of entries.flatMap(phrasesOf)) shared.set(phrase, (shared.get(phrase) ?? 0) + 1);
  const pool = entries.map((entry) => ({
    entry,
    phrases: phrasesOf(entry).filter((phrase) => (shared.get(phrase) ?? 0) <= MOST_SHARED),
  }));
  ofRelease.set(key, pool);
  return pool;
}

function packsOf({ flow, tables }: ConversationDefinition): string[] {
  const named = [...flow.stages.flatMap((stage) => stage.suggested), ...flow.soothing, ...tables.map(({ id }) => id)];
  return [...new Set([flow.id, ...named].map(packOf))].sort();
}

/** The pack of an entry, by its id. */
export function packOf(entryId: string): string {
  return entryId.slice(0, entryId.indexOf('/'));
}

function phrasesOf({ keywords, colloquial }: Wording): string[] {
  return [...new Set([...keywords, ...colloquial])].filter((phrase) => phrase.length >= 2);
}
