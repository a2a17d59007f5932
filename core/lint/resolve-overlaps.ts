import type { LintFinding } from '#contract/lint.ts';

const weight = { block: 3, warn: 2, advise: 1 } as const;

/** Of findings that overlap the longest stays, of equally long ones the most severe; the result is in text order. */
export function resolveOverlaps(findings: readonly LintFinding[]): LintFinding[] {
  const ranked = findings.toSorted(
    (a, b) =>
      b.end - b.start - (a.end - a.start) ||
      weight[b.severity] - weight[a.severity] ||
      a.start - b.start ||
      (a.ruleId < b.ruleId ? -1 : a.ruleId > b.ruleId ? 1 : 0),
  );
  const kept: LintFinding[] = [];
  for (const finding of ranked) {
    if (!kept.some((other) => finding.start < other.end && other.start < finding.end)) kept.push(finding);
  }
  return kept.sort((a, b) => a.start - b.start);
}
