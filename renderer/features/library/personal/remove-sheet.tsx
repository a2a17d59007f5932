import { useTranslation } from 'react-i18next';
import { Button } from '#renderer/ui/button.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { usePersonalLine, usePersonalWriting } from './use-personal-lines.ts';

/** Asks once before an own line is deleted. */
export function RemoveSheet({ entryId, onClose }: { entryId: string; onClose: () => void }) {
  const { t } = useTranslation();
  const line = usePersonalLine(entryId);
  const { remove } = usePersonalWriting();
  return (
    <Dialog title={t('library.personal.removeAsk', { title: line?.title ?? '' })} onClose={onClose}>
      <div className="flex justify-end gap-2.5">
        <Button onClick={onClose}>{t('frame.cancel')}</Button>
        <Button look="danger" onClick={() => void remove(entryId).then(onClose)}>
          {t('library.remove')}
        </Button>
      </div>
    </Dialog>
  );
}
