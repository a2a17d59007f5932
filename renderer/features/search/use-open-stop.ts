import { useDeskActions } from '#renderer/app/desk-provider.tsx';
import { useShortcutRunner } from '#renderer/app/shortcuts.tsx';
import { useOpenInLibrary } from '#renderer/features/library/use-library-view.ts';
import { pickOrder } from '#renderer/features/work-orders/picked-order.ts';
import type { Stop } from './stops.ts';

/** Opens a row that is no line: in the library, on the board, at its place. Nothing is copied. */
export function useOpenStop(): (stop: Stop) => void {
  const { dispatch } = useDeskActions();
  const { run } = useShortcutRunner();
  const openInLibrary = useOpenInLibrary();
  return (stop) => {
    if (stop.kind === 'entry') openInLibrary(stop.entryId);
    else if (stop.kind === 'notice') {
      const { kind, entryId } = stop.notice;
      if (kind === 'notice') openInLibrary(entryId);
      else dispatch({ type: 'opened', entryId });
    } else if (stop.kind === 'jump') {
      const { target } = stop.jump;
      if (target.to === 'order') {
        pickOrder(target.workOrderId);
        dispatch({ type: 'wentTo', place: 'orders' });
      } else if (target.to === 'place') dispatch({ type: 'wentTo', place: target.place });
      else run(target.to === 'person' ? 'switchPerson' : target.command);
    }
  };
}
