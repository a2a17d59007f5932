import { implement } from '@orpc/server';
import type { Forbidden } from '#contract/library/forbidden.ts';
import { lintContract } from '#contract/lint.ts';
import type { CallContext } from '../call-context.ts';
import { createLint, type Lint } from './create-lint.ts';

export interface LintDeps {
  /** The forbidden phrases of the release in force. */
  forbidden: readonly Forbidden[];
}

/** Rules are compiled at the first check, so that the start does not wait for them. */
export function lintHandlers({ forbidden }: LintDeps) {
  const os = implement(lintContract).$context<CallContext>();
  let lint: Lint | null = null;
  return os.router({
    check: os.check.handler(({ input }) => {
      lint ??= createLint(forbidden);
      return { findings: lint.check(input.text) };
    }),
  });
}
