import { useEffect, useEffectEvent } from 'react';
import { type QuickBarMessage, quickBarMessageType } from '#contract/shell.ts';

function isQuickBarMessage(data: unknown): data is QuickBarMessage {
  return typeof data === 'object' && data !== null && 'type' in data && data.type === quickBarMessageType;
}

/** Hears from the shell what became of this window: shown, moved, left for the work, hidden. */
export function useWindowTold(onTold: (message: QuickBarMessage) => void): void {
  const told = useEffectEvent(onTold);
  useEffect(() => {
    const onMessage = (event: MessageEvent<unknown>) => {
      if (event.source === window && isQuickBarMessage(event.data)) told(event.data);
    };
    window.addEventListener('message', onMessage);
    return () => window.removeEventListener('message', onMessage);
  }, []);
}
