import { useQuery } from '@tanstack/react-query';
import type { CustomerHistory } from '#contract/customers.ts';
import { useCore } from '#renderer/core-client/core-provider.tsx';

/** Fewer digits than this are still being typed. */
const WHOLE_NUMBER = 5;

/** What this site knows of a number; null while it is not whole, or nobody with it was here before. */
export function useHistory(number: string, leaveOut?: string): CustomerHistory | null {
  const core = useCore();
  const digits = number.replaceAll(/\D/g, '');
  const whole = digits.length >= WHOLE_NUMBER;
  const query = useQuery({
    queryKey: ['customers', 'history', digits, leaveOut ?? ''],
    queryFn: ({ signal }) =>
      core.customers.history({ number: digits, ...(leaveOut === undefined ? {} : { leaveOut }) }, { signal }),
    enabled: whole,
    // Numbers do not stay in the cache longer than the screen needs them.
    gcTime: 0,
  });
  const history = whole ? (query.data ?? null) : null;
  return history !== null && history.count > 0 ? history : null;
}
