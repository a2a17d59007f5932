import type { Fault, LibraryView } from './fault.ts';
import { spokenTexts } from './spoken-texts.ts';

const RULES: readonly { pattern: RegExp; reason: string }[] = [
  {
    pattern: /[\p{Script=Han}，。！？：；、]\s+[\p{Script=Han}□]|□\s+\p{Script=Han}/u,
    reason: 'a blank stands between hanzi',
  },
  { pattern: /\p{Script=Han}[,;:?!]/u, reason: 'half-width punctuation follows a hanzi' },
  { pattern: /^\s|\s$/u, reason: 'a blank stands at the beginning or the end' },
  { pattern: /[，。！？：；、]{2}/u, reason: 'two punctuation marks follow each other' },
];

/** Hanzi stand close together, punctuation is full-width, and everything that is said ends like a sentence. */
export function typography(library: LibraryView): Fault[] {
  return library.entries.flatMap(({ entry }) =>
    spokenTexts(entry).flatMap(({ path, template, plain, part }) => {
      const reasons = RULES.filter(({ pattern }) => pattern.test(plain)).map(({ reason }) => reason);
      const endsInFragment = /\{%-?\s*render[^%]*%\}$/u.test(template);
      if (!part && !endsInFragment) {
        const chinese = /\p{Script=Han}/u.test(plain);
        if (chinese && !/[。！？」”）]$/u.test(plain)) reasons.push('the wording ends without 。！ or ？');
        if (!chinese && !/[.!?"”)]$/u.test(plain)) reasons.push('the wording ends without . ! or ?');
      }
      return reasons.map((reason) => ({ rule: 'typography', entryId: entry.id, path, reason }));
    }),
  );
}
