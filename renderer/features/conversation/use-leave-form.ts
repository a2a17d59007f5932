import { useCallback } from 'react';
import { useDeskActions } from '#renderer/app/desk-provider.tsx';

/** Where the focus goes when a form of the column is done: back to the search box, but within a drawer it stays there. */
export function useLeaveForm(): () => void {
  const { focusSearch } = useDeskActions();
  return useCallback(() => {
    const drawer = document.activeElement?.closest('[role=dialog]:not([data-modal])');
    if (drawer instanceof HTMLElement) drawer.focus();
    else focusSearch();
  }, [focusSearch]);
}
