import { useQuery } from '@tanstack/react-query';
import { useCore } from '#renderer/core-client/core-provider.tsx';

/** How many orders are over a limit or within an hour of one, on the rail's icon; the board says which. */
export function OrdersBadge() {
  const core = useCore();
  const counts = useQuery({
    queryKey: ['reminders', 'state'],
    queryFn: ({ signal }) => core.reminders.state(undefined, { signal }),
    refetchInterval: 60_000,
  }).data?.counts;
  const count = counts ? counts.overdue + counts.soon : 0;
  if (count === 0) return null;
  return (
    <span
      aria-hidden="true"
      className={`figures absolute -top-1.5 -right-3 min-w-4 rounded-full px-1 text-center text-small leading-4 font-semibold text-panel ${
        counts && counts.overdue > 0 ? 'bg-late' : 'bg-warn'
      }`}
    >
      {count > 99 ? '99' : count}
    </span>
  );
}
