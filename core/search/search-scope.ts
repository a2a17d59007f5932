import type { SearchInput } from '#contract/search.ts';
import type { PostingScratch } from './posting-scratch.ts';
import type { SearchDocument } from './search-document.ts';
import { CHANNEL_BITS, EVERY_CHANNEL, PERSONAL_BIT, type Segment, share } from './segment.ts';

const STAGE_BONUS = 25;
const USE_BONUS = 40;
const RANKED_MIN = 40;
const TRIED_MIN = 400;

/** What one search sees of the index: its filters, its boosts and the working memory. */
export interface SearchScope {
  segments: readonly Segment[];
  scratch: PostingScratch;
  /** So many candidates of a segment are ranked; the rest is only counted. Those that begin with the word come first. */
  rankedMax: number;
  /** So many candidates of a segment are held against the words, whether they hold them or not. */
  triedMax: number;
  accepts(segment: Segment, d: number): boolean;
  /** True if nothing in the segment is left out. */
  acceptsAll(segment: Segment): boolean;
  /** 0 to 85: stage at hand, use, the author's preference, freshness. */
  bonus(segment: Segment, d: number): number;
}

export function searchScope(
  segments: readonly Segment[],
  scratch: PostingScratch,
  input: SearchInput,
  usage: ((id: string) => number) | undefined,
): SearchScope {
  const { channel, scene, stage } = input;
  const wanted = channel === undefined ? EVERY_CHANNEL : CHANNEL_BITS[channel];
  const refused = input.includePersonal === true ? 0 : PERSONAL_BIT;
  return {
    segments,
    scratch,
    rankedMax: Math.max(RANKED_MIN, 2 * (input.limit ?? 0)),
    triedMax: Math.max(TRIED_MIN, 2 * (input.limit ?? 0)),
    accepts(segment, d) {
      const traits = segment.traits[d] as number;
      if (segment.alive[d] === 0 || (traits & wanted) === 0 || (traits & refused) !== 0) return false;
      return scene === undefined || (segment.documents[d] as SearchDocument).scene === scene;
    },
    acceptsAll(segment) {
      const whole = segment.aliveCount === segment.documents.length && (refused === 0 || !segment.hasPersonal);
      return whole && channel === undefined && scene === undefined;
    },
    bonus(segment, d) {
      let bonus = segment.standing[d] as number;
      if (stage === undefined && usage === undefined) return bonus;
      const document = segment.documents[d] as SearchDocument;
      if (stage !== undefined && document.stage === stage) bonus += STAGE_BONUS;
      if (usage !== undefined) bonus += USE_BONUS * share(usage(document.id));
      return bonus;
    },
  };
}
