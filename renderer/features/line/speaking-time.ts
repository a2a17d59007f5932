import type { Figures } from '#contract/site-rules/figures.ts';

/** A word of another script is spoken about as long as two hanzi. */
const WORD_IN_HANZI = 2;

/** Whole seconds that a text takes at the site's speed, and a good deal slower for somebody who does not understand. */
export function speakingSeconds(
  text: string,
  { charactersPerMinute, slowerPercent }: Pick<Figures, 'charactersPerMinute' | 'slowerPercent'>,
): { seconds: number; slower: number } {
  const hanzi = text.match(/\p{Script=Han}|\d/gu)?.length ?? 0;
  const words = text.match(/[A-Za-z]+(?:['’][A-Za-z]+)*/gu)?.length ?? 0;
  const minutes = (hanzi + WORD_IN_HANZI * words) / charactersPerMinute;
  return { seconds: Math.ceil(minutes * 60), slower: Math.ceil((minutes * 60) / (1 - slowerPercent / 100)) };
}
