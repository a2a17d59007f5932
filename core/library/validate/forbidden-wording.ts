import { createLint } from '#core/lint/create-lint.ts';
import { guardedPattern } from '#core/lint/pattern-guard.ts';
import type { Fault, LibraryView } from './fault.ts';
import { entriesOf } from './fault.ts';
import { spokenTexts } from './spoken-texts.ts';

/** No approved line, and no rewording, says what must not be said. */
export function forbiddenInWording(library: LibraryView): Fault[] {
  const lint = createLint(entriesOf(library, 'forbidden'));
  return library.entries.flatMap(({ entry }) =>
    spokenTexts(entry).flatMap(({ path, plain }) =>
      lint.check(plain).map(({ ruleId, matched }) => ({
        rule: 'forbiddenInWording',
        entryId: entry.id,
        path,
        reason: `「${matched}」 is forbidden by ${ruleId}`,
      })),
    ),
  );
}

/** Every forbidden phrase, taken alone, flags all sentences of its `fails` and none of its `passes`. */
export function forbiddenExamples(library: LibraryView): Fault[] {
  return entriesOf(library, 'forbidden').flatMap((rule) => {
    const lint = createLint([rule]);
    const wrong = (key: 'fails' | 'passes', expected: boolean): Fault[] =>
      rule[key].flatMap((text, index) => {
        if (lint.check(text).length > 0 === expected) return [];
        const reason = expected
          ? `the rule does not flag its own example: ${text}`
          : `the rule flags what it must leave alone: ${text}`;
        return [{ rule: 'forbiddenExamples', entryId: rule.id, path: [key, index], reason }];
      });
    return [...wrong('fails', true), ...wrong('passes', false)];
  });
}

/** Patterns of forbidden phrases are ones that the lint engine can read and that cannot hang it. */
export function forbiddenPatterns(library: LibraryView): Fault[] {
  return entriesOf(library, 'forbidden').flatMap((rule) =>
    rule.matchers.flatMap((matcher, index) => {
      if (!('pattern' in matcher)) return [];
      try {
        guardedPattern(matcher.pattern);
        return [];
      } catch (cause) {
        const reason = cause instanceof Error ? cause.message : String(cause);
        return [{ rule: 'forbiddenPatterns', entryId: rule.id, path: ['matchers', index, 'pattern'], reason }];
      }
    }),
  );
}
