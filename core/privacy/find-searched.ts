import { setImmediate as pause } from 'node:timers/promises';
import type { FoundPerson } from '#contract/privacy.ts';
import type { ReadHandle } from '../db/open.ts';
import type { FieldSealer } from '../journal/field-sealer.ts';
import { nothingOf } from './find-rehearsed.ts';
import { type Asked, mentionsOf } from './mentions.ts';
import { searchedWords } from './searched-repo.ts';

const AT_ONCE = 200;

/** Searches in vain in which the name or the number was typed: all of one desk and one day together, because they go together. */
export async function findSearched(
  db: ReadHandle,
  seal: FieldSealer,
  installId: string,
  asked: Asked,
): Promise<FoundPerson[]> {
  const mentions = mentionsOf(asked);
  const times = new Map<string, number[]>();
  let looked = 0;
  for (const { bucket, atMs, text } of searchedWords(db, seal, installId)) {
    looked += 1;
    if (looked % AT_ONCE === 0) await pause();
    if (mentions(text)) times.set(bucket, [...(times.get(bucket) ?? []), atMs]);
  }
  return [...times].map(([bucket, all]) => ({
    ...nothingOf(bucket, asked.name),
    searches: { count: all.length, firstAtMs: Math.min(...all), lastAtMs: Math.max(...all) },
  }));
}
