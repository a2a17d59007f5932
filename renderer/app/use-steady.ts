import { useInsertionEffect, useRef, useState } from 'react';

/**
 * The same functions for the life of the component, each running what was handed in last: a memoised child that gets
 * them is not drawn anew for their sake. Not to be called while rendering.
 */
export function useSteady<Actions extends { [name: string]: (...args: never[]) => unknown }>(
  actions: Actions,
): Actions {
  const latest = useRef(actions);
  useInsertionEffect(() => {
    latest.current = actions;
  });
  const [steady] = useState(() => {
    const passOn = (name: string) => [name, (...args: never[]) => latest.current[name]?.(...args)] as const;
    // Same names, same arguments, same answers: the type is that of what they pass on to.
    return Object.fromEntries(Object.keys(actions).map(passOn)) as unknown as Actions;
  });
  return steady;
}
