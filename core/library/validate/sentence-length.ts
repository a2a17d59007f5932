import type { Fault, LibraryView } from './fault.ts';
import { spokenTexts } from './spoken-texts.ts';
import { countHanzi, sentences } from './wording.ts';

/** More hanzi in one breath than this and nobody follows any more. */
export const SPOKEN_SENTENCE_MAX = 60;
/** The same for a language that writes words. */
export const SPOKEN_WORDS_MAX = 35;

/** No spoken sentence is longer than one breath; a gap counts as much as its label. */
export function sentenceLength(library: LibraryView): Fault[] {
  return library.entries.flatMap(({ entry }) =>
    spokenTexts(entry)
      .filter(({ written }) => !written)
      .flatMap(({ path, template, labels }) =>
        sentences(withLabels(template, labels)).flatMap((sentence) => {
          const reason = tooLong(sentence);
          return reason === null ? [] : [{ rule: 'sentenceLength', entryId: entry.id, path, reason }];
        }),
      ),
  );
}

function withLabels(template: string, labels: ReadonlyMap<string, string>): string {
  return template
    .replace(/\{\{\s*(\w+).*?\}\}/gsu, (_, name: string) => labels.get(name) ?? '')
    .replace(/\{%.*?%\}/gsu, '');
}

function tooLong(sentence: string): string | null {
  const hanzi = countHanzi(sentence);
  if (hanzi > SPOKEN_SENTENCE_MAX) {
    return `a spoken sentence has at most ${SPOKEN_SENTENCE_MAX} hanzi, this one ${hanzi}: ${sentence}`;
  }
  const words = hanzi === 0 ? sentence.trim().split(/\s+/u).length : 0;
  return words > SPOKEN_WORDS_MAX
    ? `a spoken sentence has at most ${SPOKEN_WORDS_MAX} words, this one ${words}: ${sentence}`
    : null;
}
