import { Ellipsis, History, Pause, UserRoundPen, X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { KeyOf } from '#renderer/ui/kbd.tsx';
import { Menu, MenuItem, MenuSeparator } from '#renderer/ui/menu.tsx';
import { useTalk } from './conversation-provider.tsx';
import { IconButton } from './icon-button.tsx';

/** What is done rarely: setting aside, breaking off, the customer's details, past conversations. */
export function TalkMenu({ onPark }: { onPark: () => void }) {
  const { t } = useTranslation();
  const { show, openSheet } = useTalk();
  return (
    <Menu align="end" trigger={<IconButton icon={Ellipsis} label={t('conversation.more')} />}>
      <MenuItem onSelect={onPark}>
        <Pause className="size-4 text-ink-2" aria-hidden />
        <span className="flex-1">{t('conversation.park')}</span>
        <KeyOf id="park" />
      </MenuItem>
      <MenuItem onSelect={() => show('customer')}>
        <UserRoundPen className="size-4 text-ink-2" aria-hidden />
        <span className="flex-1">{t('conversation.editCustomer')}</span>
        <KeyOf id="editCustomer" />
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
