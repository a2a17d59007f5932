import { useEffect, useEffectEvent } from 'react';
import { type OpenMessage, openMessageType } from '#contract/shell.ts';
import { pickOrder } from './picked-order.ts';

function isOpenMessage(data: unknown): data is OpenMessage {
  return typeof data === 'object' && data !== null && 'type' in data && data.type === openMessageType;
}

/** A notification or the tray was clicked, or the quick bar leads on: goes to the orders, and to the one it was about, to an incident, or to the desk. */
export function useOpenMessage(
  goToOrders: () => void,
  goToIncident: (incidentId: string) => void,
  goToDesk: (at: { entryId?: string; text?: string }) => void,
): void {
  const go = useEffectEvent(goToOrders);
  const toIncident = useEffectEvent(goToIncident);
  const toDesk = useEffectEvent(goToDesk);
  useEffect(() => {
    const onMessage = (event: MessageEvent<unknown>) => {
      if (event.source !== window || !isOpenMessage(event.data)) return;
      if (event.data.open.place === 'incidents') return toIncident(event.data.open.incidentId);
      if (event.data.open.place === 'desk') return toDesk(event.data.open);
      if (event.data.open.workOrderId !== null) pickOrder(event.data.open.workOrderId);
      go();
    };
    window.addEventListener('message', onMessage);
    return () => window.removeEventListener('message', onMessage);
  }, []);
}
