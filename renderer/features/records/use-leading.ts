import { useCurrentPerson } from '#renderer/features/people/use-people.ts';

/** Whether the person who is signed in sees the whole desk's records. */
export function useLeading(): boolean {
  const role = useCurrentPerson().data?.role;
  return role === 'lead' || role === 'administrator';
}
