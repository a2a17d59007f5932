import { alertLinesFilled, alertRaised } from '#contract/alerts.ts';
import type { VariableValues } from '#contract/library.ts';
import type { AlertKind } from '#contract/work-orders/terms.ts';
import type { Ids } from '../ids.ts';
import type { JournalTransaction } from '../journal/journal.ts';
import { alertRules } from './alert-rules.ts';

export interface AlertCause {
  readonly alertKind: AlertKind;
  readonly text: string;
  readonly workOrderId: string | null;
  /** What is known already of what its lines leave open. */
  readonly values?: VariableValues;
}

/** Appends the alert that a case sets off, with who must hear of it by when; answers its id. `subjects` are those of its order. */
export function raiseAlert(
  tx: JournalTransaction,
  { ids, atMs }: { ids: Ids; atMs: number },
  { alertKind, text, workOrderId, values = {} }: AlertCause,
  subjects: readonly string[],
): string {
  const { level, tell, lines } = alertRules[alertKind];
  const alertId = ids.next();
  const due = tell.map(({ post, withinMinutes }) => ({ post, dueAtMs: atMs + withinMinutes * 60_000 }));
  const named = [...subjects, alertId];
  tx.append(alertRaised, { alertId, alertKind, level, text, workOrderId, tell: due, lines: [...lines] }, named);
  if (Object.values(values).some((value) => value.trim() !== '')) {
    tx.append(alertLinesFilled, { alertId, values }, named);
  }
  return alertId;
}
