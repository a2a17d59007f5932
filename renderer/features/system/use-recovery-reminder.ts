import { useCallback, useEffect, useEffectEvent } from 'react';
import type { Person } from '#contract/people.ts';
import { useSystemStatus } from './use-system-status.ts';

const POSTPONED_AS = 'counterpart.recoveryPostponed';

/**
 * Opens the recovery sheet by itself once on a new desk, for the person whose matter it is; agents with a customer in
 * front of them are never held up and see the amber reminder only. Returns how to remember "later".
 */
export function useRecoveryReminder(person: Person, open: () => void): () => void {
  const status = useSystemStatus().data;
  const due =
    status?.state === 'needsRecoveryPrint' &&
    person.role === 'administrator' &&
    localStorage.getItem(POSTPONED_AS) === null;
  const onDue = useEffectEvent(open);

  useEffect(() => {
    if (due) onDue();
  }, [due]);

  return useCallback(() => localStorage.setItem(POSTPONED_AS, 'yes'), []);
}
