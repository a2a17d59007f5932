import { useEffect, useEffectEvent } from 'react';

/** With nothing focused, the first character typed goes into the search box: nobody has to aim first. */
export function useTypeToSearch(focusSearch: () => void): void {
  const aim = useEffectEvent(focusSearch);
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const nothingFocused = document.activeElement === null || document.activeElement === document.body;
      const types = event.key === 'Process' || (event.key.length === 1 && event.key !== ' ' && event.key !== '/');
      if (nothingFocused && types && !event.ctrlKey && !event.metaKey && !event.altKey) aim();
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, []);
}
