import { useSyncExternalStore } from 'react';

let picked: string | null = null;
const listeners = new Set<() => void>();

/** Puts an order in front on the board; it stays there when the person looks elsewhere and comes back. */
export function pickOrder(workOrderId: string | null): void {
  picked = workOrderId;
  for (const listener of listeners) listener();
}

export function usePickedOrder(): string | null {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => picked,
  );
}
