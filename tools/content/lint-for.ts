import { entriesOf, type LibraryView } from '#core/library/validate/fault.ts';
import type { TextCheck } from '#core/library/validate/forbidden-wording.ts';

/** Checks texts against the forbidden phrases of a library. */
export function lintFor(library: LibraryView): TextCheck {
  const matchers = entriesOf(library, 'forbidden').flatMap((rule) =>
    rule.matchers.map((matcher) => ({
      rule,
      pattern: new RegExp(
        'pattern' in matcher ? matcher.pattern : matcher.phrase.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&'),
        'gu',
      ),
    })),
  );
  return {
    check: (text) =>
      matchers.flatMap(({ rule, pattern }) =>
        [...text.matchAll(pattern)].flatMap((match) => {
          const start = match.index;
          const end = start + match[0].length;
          const harmless = rule.allow.some((allowed) => {
            const at = text.indexOf(allowed, Math.max(0, end - allowed.length));
            return at >= 0 && at <= start && at + allowed.length >= end;
          });
          return harmless ? [] : [{ ruleId: rule.id, start, end }];
        }),
      ),
  };
}
