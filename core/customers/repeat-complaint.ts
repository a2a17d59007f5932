import type { SiteRules } from '#contract/site-rules.ts';
import type { RecordRow } from '../records/record-repo.ts';

const DAY_MS = 86_400_000;

export interface RepeatComplaint {
  readonly title: string;
  readonly times: number;
  readonly withinDays: number;
}

/**
 * The matter a customer brought up most often lately, when it was more than once or is still open: whoever picks up then
 * knows not to begin from nothing. Special calls and what was begun by mistake are no complaints.
 */
export function repeatComplaint(
  rows: readonly RecordRow[],
  nowMs: number,
  { repeatComplaintDays: withinDays }: Pick<SiteRules, 'repeatComplaintDays'>,
): RepeatComplaint | null {
  const recent = rows.filter(
    (row) => row.kind === 'conversation' && row.state !== 'brokenOff' && row.startedAtMs > nowMs - withinDays * DAY_MS,
  );
  const byMatter = Map.groupBy(recent, (row) => `${row.entryId} ${row.scene}`);
  const [most] = [...byMatter.values()].sort((a, b) => b.length - a.length);
  const [last] = most ?? [];
  return most && last ? { title: last.title, times: most.length, withinDays } : null;
}
