import { isSettled, type WorkOrder } from './order-state.ts';

/** While an order stands here, whoever signed for it has it in hand. */
const inHand: readonly WorkOrder['state'][] = ['signedFor', 'verified', 'returned'];

/** Whether an open order is somebody's to pass on before they go: they follow it, handle it, or opened it and nobody else does. */
export function isHeldBy(order: WorkOrder, personId: string): boolean {
  if (isSettled(order) || order.waitsForShift) return false;
  if (order.handlerId === personId && inHand.includes(order.state)) return true;
  return (order.watcherId ?? order.draftedBy) === personId;
}
