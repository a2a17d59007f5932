import { useEffect, useEffectEvent } from 'react';
import { type OpenMessage, openMessageType } from '#contract/shell.ts';
import { pickOrder } from './picked-order.ts';

function isOpenMessage(data: unknown): data is OpenMessage {
  return typeof data === 'object' && data !== null && 'type' in data && data.type === openMessageType;
}

/** A notification or the tray was clicked: goes to the orders, and to the one it was about. */
export function useOpenMessage(goToOrders: () => void): void {
  const go = useEffectEvent(goToOrders);
  useEffect(() => {
    const onMessage = (event: MessageEvent<unknown>) => {
      if (event.source !== window || !isOpenMessage(event.data)) return;
      if (event.data.open.workOrderId !== null) pickOrder(event.data.open.workOrderId);
      go();
    };
    window.addEventListener('message', onMessage);
    return () => window.removeEventListener('message', onMessage);
  }, []);
}
