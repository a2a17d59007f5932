import { lazy, Suspense } from 'react';
import { useDeskActions } from '#renderer/app/desk-provider.tsx';
import { useShortcut } from '#renderer/app/shortcuts.tsx';
import { useTalk } from '#renderer/features/conversation/conversation-provider.tsx';

const RecordsSheet = lazy(() => import('./records-sheet.tsx').then((module) => ({ default: module.RecordsSheet })));
const RecordSheet = lazy(() => import('./record-sheet.tsx').then((module) => ({ default: module.RecordSheet })));
const OrdersSheet = lazy(() =>
  import('#renderer/features/work-orders/order-sheets.tsx').then((module) => ({ default: module.OrdersSheet })),
);
const OrderSheet = lazy(() =>
  import('#renderer/features/work-orders/order-sheets.tsx').then((module) => ({ default: module.OrderSheet })),
);

/** The sheets that lie over the frame: past conversations and work orders. */
export function TalkSheets() {
  const { sheet, openSheet } = useTalk();
  const { focusSearch } = useDeskActions();
  useShortcut('showRecords', () => openSheet({ kind: 'records' }));
  const common = { onClose: () => openSheet(null), returnFocus: focusSearch };
  return (
    <Suspense>
      {sheet?.kind === 'records' ? <RecordsSheet {...common} /> : null}
      {sheet?.kind === 'record' ? <RecordSheet key={sheet.id} id={sheet.id} {...common} /> : null}
      {sheet?.kind === 'orders' ? <OrdersSheet {...common} /> : null}
      {sheet?.kind === 'order' ? <OrderSheet key={sheet.id} id={sheet.id} {...common} /> : null}
    </Suspense>
  );
}
