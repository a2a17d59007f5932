import type { Catalogue, Wording } from '../library/catalogue.ts';
import { scramble } from './choose-cards.ts';

/** So long a look-up may take before the customer notices. */
export const FIND_SECONDS = 20;
/** A shorter one is a word, not a sentence. */
const SENTENCE_FROM = 4;

/** The next sentence of a customer for a person, and the line it asks for; another one after every try. Null without any. */
export function nextFind(
  catalogue: Catalogue,
  personId: string,
  tries: number,
): { wording: Wording; says: string } | null {
  const sentences = catalogue.wordings.flatMap(({ entry, packId }) => {
    const says = entry.colloquial.find((one) => one.length >= SENTENCE_FROM);
    const fits =
      entry.kind === 'line' && entry.provenance.review === 'approved' && catalogue.localeOf(packId) === 'zh-CN';
    return fits && says !== undefined ? [{ wording: entry, says }] : [];
  });
  // What customers say of two matters has no one right line.
  const lines = new Map<string, number>();
  for (const { says } of sentences) lines.set(says, (lines.get(says) ?? 0) + 1);
  const asked = sentences.filter(({ says }) => lines.get(says) === 1);
  if (asked.length === 0) return null;
  return asked[scramble(`${personId} ${tries}`) % asked.length] ?? null;
}
