import type { Courtesy } from '#contract/library/line.ts';
import type { SiteTime } from '../site-time.ts';
import type { Catalogue } from './catalogue.ts';
import { occasionFit } from './occasion.ts';

/**
 * How well a greeting suits the moment of a search, 0..1; 0 for every other line and for a greeting for any time. It counts
 * like use does: among results that match alike, the greeting of the day comes first.
 */
export function greetingScores(catalogue: Catalogue, now: () => SiteTime): () => (entryId: string) => number {
  const greetings = new Map<string, Courtesy>();
  for (const { entry } of catalogue.wordings) {
    if (entry.kind === 'courtesy' && entry.courtesyKind === 'greeting') greetings.set(entry.id, entry);
  }
  return () => {
    let at: SiteTime | null = null;
    return (entryId) => {
      const greeting = greetings.get(entryId);
      if (greeting === undefined) return 0;
      at ??= now();
      const fit = occasionFit(greeting, at) ?? 0;
      return fit === 0 ? 0 : 0.3 + fit / 40;
    };
  };
}
