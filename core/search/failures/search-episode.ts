import type { PayloadOf } from '#contract/declare-event.ts';
import type { SearchInput } from '#contract/search.ts';
import type { SearchEnd, searchFailed } from '#contract/search-failures.ts';
import { maskNumbers } from '#core/library/mask-numbers.ts';
import { foldedSymbols } from '../symbols.ts';

type Found = 'none' | 'near' | 'exact';
type FailedSearch = PayloadOf<typeof searchFailed>;

interface Attempt {
  text: string;
  found: Found;
  channel: FailedSearch['channel'];
  scene: FailedSearch['scene'];
  stage: FailedSearch['stage'];
}

/** The searches of one person for one thing, from the first letter to the line that was taken or until it is given up. */
export interface SearchEpisode {
  readonly attempts: readonly Attempt[];
  readonly reported: boolean;
}

export const noEpisode: SearchEpisode = { attempts: [], reported: false };

const TEXT_MAX = 200;
const TRIED_NEXT_MAX = 5;
/** One letter is still being typed. */
const TELLING_LENGTH = 2;

/**
 * Takes in an answered search. A text that goes on from the one before, or goes back from it, is the same attempt typed
 * further; only what was left for something else counts as tried.
 */
export function searchedFor(episode: SearchEpisode, input: SearchInput, found: Found): SearchEpisode {
  const text = input.text.trim();
  const { channel = null, scene = null, stage = null } = input;
  const attempt: Attempt = { text, found, channel, scene, stage };
  const before = episode.attempts.slice(0, -1);
  const last = episode.attempts.at(-1);
  if (last === undefined) return { ...episode, attempts: [attempt] };
  if (text.startsWith(last.text)) return { ...episode, attempts: [...before, attempt] };
  const goesBack = last.text.startsWith(text);
  // Letters taken back from what was found are no attempt of their own; from what failed they begin the next one.
  if (goesBack && last.found === 'exact') return { ...episode, attempts: [...before, attempt] };
  const earlier = before.at(-1);
  if (goesBack && earlier?.text.startsWith(last.text)) return { ...episode, attempts: [...before, attempt] };
  return { ...episode, attempts: [...episode.attempts, attempt] };
}

/** What is to be recorded when the episode is over; null if nothing failed. */
export function failureOf(episode: SearchEpisode, end: SearchEnd): FailedSearch | null {
  const attempts = episode.attempts.filter(({ text }) => foldedSymbols(text).length >= TELLING_LENGTH);
  const at = attempts.findIndex(({ found }) => found !== 'exact');
  const first = attempts[at];
  if (first === undefined || first.found === 'exact') return null;
  const later = attempts.slice(at + 1).filter(({ text }) => !first.text.startsWith(text));
  const { channel, scene, stage, found } = first;
  return {
    text: masked(first.text),
    channel,
    scene,
    stage,
    found,
    triedNext: [...new Set(later.map(({ text }) => masked(text)))].slice(0, TRIED_NEXT_MAX),
    end,
    reported: episode.reported,
  };
}

/** Telephone, card, identity and order numbers must not be kept, in whatever width they were typed. */
function masked(text: string): string {
  return maskNumbers(text.slice(0, TEXT_MAX).normalize('NFKC'));
}
