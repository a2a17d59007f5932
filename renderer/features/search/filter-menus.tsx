import clsx from 'clsx';
import { ChevronDown, type LucideIcon, MessagesSquare, Shapes } from 'lucide-react';
import type { ComponentProps } from 'react';
import { useTranslation } from 'react-i18next';
import type { Channel } from '#contract/vocabulary.ts';
import { useDeskActions, useDeskPart } from '#renderer/app/desk-provider.tsx';
import { usePacks } from '#renderer/features/library/use-packs.ts';
import { Menu, MenuChoice, MenuLabel, MenuOption, MenuSeparator } from '#renderer/ui/menu.tsx';

const channels = Object.keys({ counter: true, phone: true, chat: true } satisfies Record<Channel, true>) as Channel[];
const ALL = '';

/** Where the customer is, and what it is about: the two filters of every search. */
export function FilterMenus() {
  const { t } = useTranslation();
  const { dispatch } = useDeskActions();
  const chosen = { channel: useDeskPart((state) => state.channel), scene: useDeskPart((state) => state.scene) };
  const packs = usePacks().data ?? [];
  const sceneLabel = packs.flatMap((pack) => pack.scenes).find((scene) => scene.id === chosen.scene)?.label;
  const channelLabel = chosen.channel === null ? t('search.allChannels') : t(`vocabulary.channel.${chosen.channel}`);
  return (
    <>
      <Menu
        trigger={
          <FilterButton
            icon={MessagesSquare}
            name={t('search.channel')}
            value={channelLabel}
            on={chosen.channel !== null}
          />
        }
      >
        <MenuChoice
          value={chosen.channel ?? ALL}
          onChange={(value) =>
            dispatch({ type: 'channelChosen', channel: channels.find((channel) => channel === value) ?? null })
          }
        >
          <MenuOption value={ALL}>{t('search.allChannels')}</MenuOption>
          <MenuSeparator />
          {channels.map((channel) => (
            <MenuOption key={channel} value={channel}>
              {t(`vocabulary.channel.${channel}`)}
            </MenuOption>
          ))}
        </MenuChoice>
      </Menu>
      <Menu
        trigger={
          <FilterButton
            icon={Shapes}
            name={t('search.scene')}
            value={sceneLabel ?? t('search.allScenes')}
            on={chosen.scene !== null}
          />
        }
      >
        <MenuChoice
          value={chosen.scene ?? ALL}
          onChange={(value) => dispatch({ type: 'sceneChosen', scene: value === ALL ? null : value })}
        >
          <MenuOption value={ALL}>{t('search.allScenes')}</MenuOption>
          {packs.map((pack) => (
            <div key={pack.packId}>
              <MenuSeparator />
              <MenuLabel>{pack.title}</MenuLabel>
              {pack.scenes.map((scene) => (
                <MenuOption key={scene.id} value={scene.id}>
                  {scene.label}
                  <span className="figures ml-auto pl-4 text-small text-ink-3">{scene.entries}</span>
                </MenuOption>
              ))}
            </div>
          ))}
        </MenuChoice>
      </Menu>
    </>
  );
}

interface FilterButtonProps extends ComponentProps<'button'> {
  /** Stands for it in a narrow window, where the search needs the room, until something is chosen. */
  icon: LucideIcon;
  name: string;
  value: string;
  on: boolean;
}

function FilterButton({ icon: Icon, name, value, on, ...rest }: FilterButtonProps) {
  return (
    <button
      type="button"
      aria-label={`${name} ${value}`}
      className={clsx(
        'inline-flex min-h-8 items-center gap-1 rounded-base border px-2.5 text-note whitespace-nowrap',
        on ? 'border-accent bg-accent-soft font-semibold text-accent' : 'border-edge-strong text-ink-2 hover:bg-hover',
      )}
      {...rest}
    >
      <Icon className={clsx('size-4', 'hidden', !on && 'narrow:block')} aria-hidden />
      <span className={clsx(!on && 'narrow:hidden')}>{value}</span>
      <ChevronDown className="size-3.5" aria-hidden />
    </button>
  );
}
