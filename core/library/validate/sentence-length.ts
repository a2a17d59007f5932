import type { Fault, LibraryView } from './fault.ts';
import { entriesOf } from './fault.ts';
import { countHanzi, sentences, wordings } from './wording.ts';

/** More hanzi in one breath than this and nobody follows any more. */
export const SPOKEN_SENTENCE_MAX = 60;

/** No sentence of a spoken variant is longer than one breath; a gap counts as many hanzi as its label. */
export function sentenceLength(library: LibraryView): Fault[] {
  return entriesOf(library, 'line', 'courtesy').flatMap((line) => {
    const labels = new Map(line.variables.map((variable) => [variable.name, variable.label]));
    return wordings(line)
      .filter(({ variant }) => variant !== 'written')
      .flatMap(({ variant, text }) => {
        const spoken = text
          .replace(/\{\{\s*(\w+).*?\}\}/gsu, (_, name: string) => labels.get(name) ?? '')
          .replace(/\{%.*?%\}/gsu, '');
        return sentences(spoken).flatMap((sentence) => {
          const hanzi = countHanzi(sentence);
          if (hanzi <= SPOKEN_SENTENCE_MAX) return [];
          const reason = `a spoken sentence has at most ${SPOKEN_SENTENCE_MAX} hanzi, this one ${hanzi}: ${sentence}`;
          return [{ rule: 'sentenceLength', entryId: line.id, path: ['variants', variant], reason }];
        });
      });
  });
}
