/** How often a repeated or generated check runs: `ci` in every test run, `full` with COUNTERPART_COUNTS=full. */
const counts = {
  killCore: { ci: 25, full: 1_000 },
  bitFlips: { ci: 100, full: 10_000 },
  powerLoss: { ci: 10, full: 200 },
  diskFull: { ci: 5, full: 100 },
  clockJumps: { ci: 20, full: 1_000 },
  fuzzCases: { ci: 1_000, full: 50_000 },
  scriptTexts: { ci: 20, full: 500 },
  walDamage: { ci: 10, full: 200 },
  networkSchedules: { ci: 10, full: 500 },
  serverKills: { ci: 3, full: 100 },
  manyDesks: { ci: 6, full: 1_000 },
  manyDeskEvents: { ci: 40, full: 1_000 },
  manyDeskKills: { ci: 1, full: 20 },
  rebuildRuns: { ci: 30, full: 1_000 },
  canonicalValues: { ci: 300, full: 20_000 },
  chainTampering: { ci: 100, full: 5_000 },
  tornHeads: { ci: 200, full: 5_000 },
  recoveryKeys: { ci: 100, full: 5_000 },
  deadlines: { ci: 2_000, full: 1_000_000 },
  lintTexts: { ci: 500, full: 50_000 },
  specialCallSteps: { ci: 8_000, full: 100_000 },
  conversationSteps: { ci: 9_600, full: 100_000 },
  searchIndexRuns: { ci: 60, full: 2_000 },
  searchMatches: { ci: 2_000, full: 100_000 },
  renderedValues: { ci: 300, full: 50_000 },
  orderSteps: { ci: 18_000, full: 600_000 },
  rehearsalWalks: { ci: 12, full: 300 },
  ruleMerges: { ci: 5, full: 5_000 },
  orderMerges: { ci: 120, full: 10_000 },
  clockWalks: { ci: 10, full: 5_000 },
} as const satisfies Record<string, { ci: number; full: number }>;

export type CountName = keyof typeof counts;

export function count(name: CountName): number {
  return process.env.COUNTERPART_COUNTS === 'full' ? counts[name].full : counts[name].ci;
}
