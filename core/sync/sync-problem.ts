import { ORPCError } from '@orpc/client';
import type { SyncProblem } from '#contract/sync.ts';
import { saysDamage } from '../journal/damage.ts';

/** What a failed request means for the desk. */
export function problemOf(error: unknown): SyncProblem {
  if (saysDamage(error)) return 'journalDamaged';
  if (!(error instanceof ORPCError)) return error instanceof SyntaxError ? 'notUnderstood' : 'unreachable';
  if (error.code === 'notProven') return whyOf(error.data) === 'clock' ? 'clock' : 'notEnrolled';
  if (error.status === 403) return 'notEnrolled';
  if (error.status === 429 || error.status >= 500) return 'serverBusy';
  return 'notUnderstood';
}

function whyOf(data: unknown): string | null {
  return data !== null && typeof data === 'object' && 'why' in data && typeof data.why === 'string' ? data.why : null;
}
