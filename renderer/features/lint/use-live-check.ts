import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { Audience, LintFinding } from '#contract/lint.ts';
import type { Cause } from '#contract/site-rules.ts';
import { useCore } from '#renderer/core-client/core-provider.tsx';

const CHECK_AFTER_MS = 150;
const KEPT_MS = 20_000;

/** The places in a text that must not be said like that, a moment after the last key; those already typed away are gone at once. */
export function useLiveCheck(text: string, audience: Audience, cause: Cause | null): LintFinding[] {
  const core = useCore();
  const [checked, setChecked] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setChecked(text), CHECK_AFTER_MS);
    return () => clearTimeout(timer);
  }, [text]);
  const check = useQuery({
    queryKey: ['lint', checked, audience, cause],
    queryFn: ({ signal }) => core.lint.check({ text: checked, audience, cause }, { signal }),
    enabled: checked.trim() !== '',
    gcTime: KEPT_MS,
    placeholderData: keepPreviousData,
  });
  return stillThere(check.data?.findings ?? [], text);
}

/** Findings whose words still stand where they stood when they were checked. */
export function stillThere(findings: readonly LintFinding[], text: string): LintFinding[] {
  return findings.filter(({ start, end, matched }) => text.slice(start, end) === matched);
}

/** The rewording as it fits before what follows: two full stops in a row are one too many. */
export function fittingRewording({ rewording, end }: LintFinding, text: string): string {
  const stops = /[，。；：！？、,.;:!?]$/u;
  const next = text.at(end) ?? '';
  return stops.test(rewording) && stops.test(next) ? rewording.slice(0, -1) : rewording;
}

/** The finding a rewording is wanted for: the one at the caret, else the nearest. */
export function nearestFinding(findings: readonly LintFinding[], caret: number): LintFinding | undefined {
  const distance = ({ start, end }: LintFinding) => (caret < start ? start - caret : caret > end ? caret - end : 0);
  return [...findings].sort((a, b) => distance(a) - distance(b))[0];
}
