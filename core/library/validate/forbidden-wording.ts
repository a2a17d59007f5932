import type { Fault, LibraryView } from './fault.ts';
import { entriesOf } from './fault.ts';
import { withoutSyntax, wordings } from './wording.ts';

/** What these rules need of the lint engine: which forbidden rules a text breaks, and with which of its words. */
export interface TextCheck {
  check(text: string): readonly { ruleId: string; start: number; end: number }[];
}

interface CheckedText {
  entry: { id: string };
  path: string[];
  text: string;
}

/** No approved line, and no rewording, says what must not be said. */
export function forbiddenInWording(library: LibraryView, lint: TextCheck): Fault[] {
  const texts = library.entries.flatMap(({ entry }): CheckedText[] => {
    if (entry.kind === 'forbidden') return [{ entry, path: ['rewording'], text: entry.rewording }];
    if (entry.kind !== 'line' && entry.kind !== 'courtesy') return [];
    return wordings(entry).map(({ variant, text }) => ({
      entry,
      path: ['variants', variant],
      text: withoutSyntax(text),
    }));
  });
  return texts.flatMap(({ entry, path, text }) =>
    lint.check(text).map(({ ruleId, start, end }) => ({
      rule: 'forbiddenInWording',
      entryId: entry.id,
      path,
      reason: `「${text.slice(start, end)}」 is forbidden by ${ruleId}`,
    })),
  );
}

/** Every forbidden phrase flags all sentences of its `fails` and none of its `passes`. */
export function forbiddenExamples(library: LibraryView, lint: TextCheck): Fault[] {
  return entriesOf(library, 'forbidden').flatMap((rule) => {
    const flags = (text: string) => lint.check(text).some(({ ruleId }) => ruleId === rule.id);
    const wrong = (key: 'fails' | 'passes', expected: boolean): Fault[] =>
      rule[key].flatMap((text, index) => {
        if (flags(text) === expected) return [];
        const reason = expected
          ? `the rule does not flag its own example: ${text}`
          : `the rule flags what it must leave alone: ${text}`;
        return [{ rule: 'forbiddenExamples', entryId: rule.id, path: [key, index], reason }];
      });
    return [...wrong('fails', true), ...wrong('passes', false)];
  });
}

/** Patterns of forbidden phrases are regular expressions that compile with the flag u and do not match nothing. */
export function forbiddenPatterns(library: LibraryView): Fault[] {
  return entriesOf(library, 'forbidden').flatMap((rule) =>
    rule.matchers.flatMap((matcher, index) => {
      if (!('pattern' in matcher)) return [];
      const path = ['matchers', index, 'pattern'];
      try {
        if (!new RegExp(matcher.pattern, 'u').test('')) return [];
        return [{ rule: 'forbiddenPatterns', entryId: rule.id, path, reason: 'the pattern matches an empty text' }];
      } catch (cause) {
        const reason = `the pattern does not compile: ${cause instanceof Error ? cause.message : String(cause)}`;
        return [{ rule: 'forbiddenPatterns', entryId: rule.id, path, reason }];
      }
    }),
  );
}
