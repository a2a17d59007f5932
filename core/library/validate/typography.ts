import type { Fault, LibraryView } from './fault.ts';
import { entriesOf } from './fault.ts';
import { withoutSyntax, wordings } from './wording.ts';

const RULES: readonly { pattern: RegExp; reason: string }[] = [
  {
    pattern: /[\p{Script=Han}，。！？：；、]\s+[\p{Script=Han}□]|□\s+\p{Script=Han}/u,
    reason: 'a blank stands between hanzi',
  },
  { pattern: /\p{Script=Han}[,;:?!]/u, reason: 'half-width punctuation follows a hanzi' },
  { pattern: /^\s|\s$/u, reason: 'a blank stands at the beginning or the end' },
  { pattern: /[，。！？：；、]{2}/u, reason: 'two punctuation marks follow each other' },
];

/** Hanzi stand close together, punctuation is full-width, and every variant ends like a sentence. */
export function typography(library: LibraryView): Fault[] {
  return entriesOf(library, 'line', 'courtesy').flatMap((line) =>
    wordings(line).flatMap(({ variant, text }) => {
      const plain = withoutSyntax(text);
      const reasons = RULES.filter(({ pattern }) => pattern.test(plain)).map(({ reason }) => reason);
      if (/\p{Script=Han}/u.test(plain) && !/[。！？」”）]$/u.test(plain))
        reasons.push('the wording ends without 。！ or ？');
      return reasons.map((reason) => ({ rule: 'typography', entryId: line.id, path: ['variants', variant], reason }));
    }),
  );
}
