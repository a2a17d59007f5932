import { ArrowRightLeft, Ellipsis, History, MonitorUp, Pause, Undo2, UserRoundPen, X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { ConversationView } from '#contract/conversation/view.ts';
import { KeyOf } from '#renderer/ui/kbd.tsx';
import { Menu, MenuItem, MenuSeparator } from '#renderer/ui/menu.tsx';
import { useTalk } from './conversation-provider.tsx';
import { IconButton } from './icon-button.tsx';
import { useUndo } from './use-undo.ts';

/** What is done rarely: setting aside, breaking off, the customer's details, past conversations. */
export function TalkMenu({ view, onPark }: { view: ConversationView; onPark: () => void }) {
  const { t } = useTranslation();
  const slip = useUndo(view);
  const { show, openSheet } = useTalk();
  return (
    <Menu align="end" trigger={<IconButton icon={Ellipsis} label={t('conversation.more')} />}>
      <MenuItem onSelect={onPark}>
        <Pause className="size-4 text-ink-2" aria-hidden />
        <span className="flex-1">{t('conversation.park')}</span>
        <KeyOf id="park" />
      </MenuItem>
      {view.handOver === null ? (
        <MenuItem onSelect={() => show('handOver')}>
          <ArrowRightLeft className="size-4 text-ink-2" aria-hidden />
          <span className="flex-1">{t('ownership.handOver')}</span>
          <KeyOf id="handOver" />
        </MenuItem>
      ) : null}
      {slip === null ? null : (
        <MenuItem onSelect={() => void slip.undo()}>
          <Undo2 className="size-4 text-ink-2" aria-hidden />
          <span className="max-w-[16em] flex-1 truncate">{t('conversation.undoOf', { what: slip.what })}</span>
          <KeyOf id="undoStep" />
        </MenuItem>
      )}
      <MenuItem onSelect={() => show('customer')}>
        <UserRoundPen className="size-4 text-ink-2" aria-hidden />
        <span className="flex-1">{t('conversation.editCustomer')}</span>
        <KeyOf id="editCustomer" />
      </MenuItem>
      <MenuItem onSelect={() => openSheet({ kind: 'slip', id: view.id })}>
        <MonitorUp className="size-4 text-ink-2" aria-hidden />
        <span className="flex-1">{t('records.slip')}</span>
        <KeyOf id="showSlip" />
      </MenuItem>
      <MenuItem onSelect={() => openSheet({ kind: 'records' })}>
        <History className="size-4 text-ink-2" aria-hidden />
        <span className="flex-1">{t('conversation.records')}</span>
        <KeyOf id="showRecords" />
      </MenuItem>
      <MenuSeparator />
      <MenuItem onSelect={() => show('breakOff')}>
        <X className="size-4 text-ink-2" aria-hidden />
        {t('conversation.breakOff')}
      </MenuItem>
    </Menu>
  );
}
