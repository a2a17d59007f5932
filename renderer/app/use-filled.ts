import { useEffect, useState } from 'react';
import { useTalk } from '#renderer/features/conversation/conversation-provider.tsx';
import { useConversation } from '#renderer/features/conversation/conversation-query.ts';
import { useDesk } from './desk-provider.tsx';

/**
 * Where the one filled button of the desk is. While somebody is being served it is the way on in the conversation, but
 * for the moments in which a line is being searched for.
 */
export function useFilled(columnShown: boolean): 'line' | 'conversation' {
  const { state, searchBox } = useDesk();
  const { panel } = useTalk();
  const talking = useConversation() !== null;
  const [inSearch, setInSearch] = useState(true);
  useEffect(() => {
    const look = () => setInSearch(document.activeElement === searchBox.current);
    window.addEventListener('focusin', look);
    return () => window.removeEventListener('focusin', look);
  }, [searchBox]);
  if (!columnShown || (!talking && panel !== 'start')) return 'line';
  return inSearch && state.text.trim() !== '' ? 'line' : 'conversation';
}
