import { useSyncExternalStore } from 'react';

interface Picked {
  readonly id: string | null;
  /** Where there is room for one of the two, it stands in place of the list. */
  readonly opened: boolean;
}

let picked: Picked = { id: null, opened: false };
const listeners = new Set<() => void>();

function set(next: Picked): void {
  picked = next;
  for (const listener of listeners) listener();
}

/** Puts an order in front on the board; it stays there when the person looks elsewhere and comes back. */
export function pickOrder(workOrderId: string | null, opened = true): void {
  set({ id: workOrderId, opened: opened && workOrderId !== null });
}

/** Back to the list; the order stays chosen in it. */
export function leaveOrder(): void {
  set({ ...picked, opened: false });
}

export function usePickedOrder(): Picked {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => picked,
  );
}
