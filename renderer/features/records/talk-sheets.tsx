import { Suspense } from 'react';
import { useDeskActions } from '#renderer/app/desk-provider.tsx';
import { useShortcut } from '#renderer/app/shortcuts.tsx';
import { useTalk } from '#renderer/features/conversation/conversation-provider.tsx';
import { useConversation } from '#renderer/features/conversation/conversation-query.ts';
import { ShowingMark } from '#renderer/features/counter/showing-mark.tsx';
import { lazyPart } from '#renderer/ui/lazy-part.ts';

const RecordsSheet = lazyPart(() => import('./records-sheet.tsx').then((module) => module.RecordsSheet));
const RecordSheet = lazyPart(() => import('./record-sheet.tsx').then((module) => module.RecordSheet));
const CallSheet = lazyPart(() => import('./call-sheet.tsx').then((module) => module.CallSheet));
const SlipSheet = lazyPart(() =>
  import('#renderer/features/counter/slip-sheet.tsx').then((module) => module.SlipSheet),
);
const OrdersSheet = lazyPart(() =>
  import('#renderer/features/work-orders/order-sheets.tsx').then((module) => module.OrdersSheet),
);
const OrderSheet = lazyPart(() =>
  import('#renderer/features/work-orders/order-sheets.tsx').then((module) => module.OrderSheet),
);

/** The sheets that lie over the frame: past contacts, the slip for the customer, and work orders. */
export function TalkSheets() {
  const { sheet, openSheet, justFinished } = useTalk();
  const { focusSearch } = useDeskActions();
  const talk = useConversation();
  const slipOf = talk?.id ?? justFinished;
  useShortcut('showSlip', () => (slipOf === null ? false : openSheet({ kind: 'slip', id: slipOf })));
  useShortcut('showRecords', () => openSheet({ kind: 'records' }));
  const common = { onClose: () => openSheet(null), returnFocus: focusSearch };
  return (
    <Suspense>
      {sheet?.kind === 'records' ? <RecordsSheet {...common} /> : null}
      {sheet?.kind === 'record' ? <RecordSheet key={sheet.id} id={sheet.id} {...common} /> : null}
      {sheet?.kind === 'call' ? <CallSheet key={sheet.id} id={sheet.id} {...common} /> : null}
      {sheet?.kind === 'slip' ? <SlipSheet key={sheet.id} conversationId={sheet.id} {...common} /> : null}
      {sheet?.kind === 'orders' ? <OrdersSheet {...common} /> : null}
      {sheet?.kind === 'order' ? <OrderSheet key={sheet.id} id={sheet.id} {...common} /> : null}
      <ShowingMark />
    </Suspense>
  );
}
