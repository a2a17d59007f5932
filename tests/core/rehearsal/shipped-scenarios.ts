import type { Scenario } from '#contract/library/scenario.ts';
import { defaultRules } from '#contract/site-rules.ts';
import type { RunStart } from '#core/rehearsal/start-run.ts';
import { shippedRelease } from '#tests/harness/shipped-release.ts';

/** Every scenario of the shipped library. */
export function shippedScenarios(): Scenario[] {
  return shippedRelease().entries.flatMap(({ entry }) => (entry.kind === 'scenario' ? [entry] : []));
}

/** A run of a scenario by an agent, before its first move. */
export function startOf(scenario: Scenario, more: Partial<RunStart> = {}): RunStart {
  const { answerWithinSeconds, acknowledgeEverySeconds, transferPauseSeconds, chatFirstReplySeconds } = defaultRules;
  return {
    ...{
      conversationId: 'talk',
      customerId: 'customer',
      releaseVersion: '1.0.0',
      personId: 'trainee',
      role: 'trainee',
    },
    scenario,
    seed: 1,
    timed: false,
    norms: { answerWithinSeconds, acknowledgeEverySeconds, transferPauseSeconds, chatFirstReplySeconds },
    startedAtMs: Date.UTC(2026, 10, 23, 2),
    rules: defaultRules,
    ...more,
  };
}
