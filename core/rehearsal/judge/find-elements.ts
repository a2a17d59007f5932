import { someTime } from '#core/lint/spoken-moment.ts';
import { type AnswerElement, cuesOf } from './element-cues.ts';
import type { ReadAnswer } from './read-answer.ts';
import { pairsTakenUp } from './restating.ts';

export interface FoundElement {
  readonly element: AnswerElement;
  readonly quote: string;
}

/** Set words that name a feeling without meaning this customer. */
const SET_SYMPATHY = /(?:非常|十分|很|完全|能)?(?:理解|体谅|明白)[您你]的?(?:心情|感受|处境|难处)/gu;
/** So many of the customer's own words show that they were heard. */
const TAKEN_UP_ENOUGH = 2;

/** Which of the elements stand in an answer, each with its words. */
export function findElements(elements: readonly AnswerElement[], says: string, { text }: ReadAnswer): FoundElement[] {
  return elements.flatMap((element) => {
    const quote = quoteFor(element, says, text);
    return quote === null ? [] : [{ element, quote }];
  });
}

function quoteFor(element: AnswerElement, says: string, text: string): string | null {
  if (element === 'when') return someTime.exec(text)?.[0] ?? null;
  const read = element === 'acknowledge' ? text.replace(SET_SYMPATHY, '') : text;
  for (const { pattern } of cuesOf(element)) {
    const match = pattern.exec(read);
    if (match) return match[0];
  }
  if (element !== 'acknowledge' && element !== 'readBack') return null;
  const taken = pairsTakenUp(says, text);
  return taken.length >= TAKEN_UP_ENOUGH ? taken.join('、') : null;
}
