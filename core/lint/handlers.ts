import { implement } from '@orpc/server';
import type { Forbidden } from '#contract/library/forbidden.ts';
import { lintContract } from '#contract/lint.ts';
import type { CallContext } from '../call-context.ts';
import type { Lint } from './create-lint.ts';

export interface LintDeps {
  /** The forbidden phrases of the release in force. */
  forbidden: readonly Forbidden[];
}

/** The engine is loaded and the rules are compiled at the first check: the start of the desk does not wait for them. */
export function lintHandlers({ forbidden }: LintDeps) {
  const os = implement(lintContract).$context<CallContext>();
  let lint: Promise<Lint> | null = null;
  return os.router({
    check: os.check.handler(async ({ input }) => {
      lint ??= compiled(forbidden);
      return { findings: (await lint).check(input.text) };
    }),
  });
}

async function compiled(forbidden: readonly Forbidden[]): Promise<Lint> {
  const { createLint } = await import('./create-lint.ts');
  return createLint(forbidden);
}
