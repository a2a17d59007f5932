import { ArrowRightLeft, ChevronDown, Keyboard, LogOut, UsersRound } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Person } from '#contract/people.ts';
import { useShortcutRunner } from '#renderer/app/shortcuts.tsx';
import { toFailure } from '#renderer/core-client/call-failure.ts';
import { failureNotice } from '#renderer/i18n/explain-failure.ts';
import { KeyOf } from '#renderer/ui/kbd.tsx';
import { Menu, MenuItem, MenuSeparator } from '#renderer/ui/menu.tsx';
import { useTell } from '#renderer/ui/notice.tsx';
import { Initial } from './initial.tsx';
import { useSignOut } from './use-people.ts';

interface PersonMenuProps {
  person: Person;
  onSwitch: () => void;
  onShowKeys: () => void;
}

/** Who is at the desk; changing hands between shifts is one choice away. */
export function PersonMenu({ person, onSwitch, onShowKeys }: PersonMenuProps) {
  const { t } = useTranslation();
  const tell = useTell();
  const signOut = useSignOut();
  const { run } = useShortcutRunner();
  return (
    <Menu
      align="end"
      trigger={
        <button
          type="button"
          className="inline-flex min-h-8 items-center gap-2 rounded-base border border-edge-strong bg-sunken px-2.5 narrow:gap-1 narrow:px-1.5 text-note whitespace-nowrap hover:bg-hover"
        >
          <Initial name={person.name} />
          <span className="narrow:sr-only">
            {t('people.menu', { name: person.name, role: t(`people.role.${person.role}`) })}
          </span>
          <ChevronDown className="size-3.5 text-ink-2" aria-hidden />
        </button>
      }
    >
      <MenuItem onSelect={onSwitch}>
        <UsersRound className="size-4 text-ink-2" aria-hidden />
        <span className="flex-1">{t('people.switch')}</span>
        <KeyOf id="switchPerson" />
      </MenuItem>
      <MenuItem onSelect={() => run('endShift')}>
        <ArrowRightLeft className="size-4 text-ink-2" aria-hidden />
        <span className="flex-1">{t('watch.shift.title')}</span>
        <KeyOf id="endShift" />
      </MenuItem>
      <MenuItem onSelect={onShowKeys}>
        <Keyboard className="size-4 text-ink-2" aria-hidden />
        <span className="flex-1">{t('keyboard.title')}</span>
        <KeyOf id="showKeys" />
      </MenuItem>
      <MenuSeparator />
      <MenuItem
        onSelect={() => {
          signOut().catch((error: unknown) => tell(failureNotice(toFailure(error).code, t)));
        }}
      >
        <LogOut className="size-4 text-ink-2" aria-hidden />
        {t('people.signOut')}
      </MenuItem>
    </Menu>
  );
}
