import type { ComponentType } from 'react';
import { useTranslation } from 'react-i18next';
import { useDeskActions, useDeskPart } from '#renderer/app/desk-provider.tsx';
import type { SettingsSectionId } from '#renderer/app/desk-state.ts';
import { QuickBarSection } from '#renderer/features/quick-bar/quick-bar-section.tsx';
import { SiteRulesSection } from '#renderer/features/site-rules/site-rules-section.tsx';
import { SyncSection } from '#renderer/features/sync/sync-section.tsx';
import { ChoiceChips } from '#renderer/ui/choice-chips.tsx';
import { DeskSection } from './desk-section.tsx';
import { LookSection } from './look-section.tsx';
import { PeopleSection } from './people-section.tsx';
import { PinSection } from './pin-section.tsx';
import type { SettingsSectionProps } from './section-props.ts';

const sections = {
  look: LookSection,
  pin: PinSection,
  quickBar: QuickBarSection,
  people: PeopleSection,
  desk: DeskSection,
  site: SiteRulesSection,
  sync: SyncSection,
} as const satisfies Record<SettingsSectionId, ComponentType<SettingsSectionProps>>;
const order: readonly SettingsSectionId[] = ['look', 'pin', 'quickBar', 'people', 'site', 'sync', 'desk'];

/** Look, own PIN, people and this desk. Changes hold at once; there is nothing to save. */
export function SettingsPlace(props: SettingsSectionProps) {
  const { t } = useTranslation();
  const { dispatch } = useDeskActions();
  const section = useDeskPart((state) => state.section);
  const Section = sections[section];
  return (
    <div className="h-full overflow-y-auto">
      <div className="mx-auto flex max-w-[46rem] flex-col gap-5 px-7 py-6 narrow:px-4">
        <h1 className="text-title font-bold">{t('settings.heading')}</h1>
        <ChoiceChips
          size="base"
          label={t('settings.heading')}
          value={section}
          options={order.map((id) => ({ value: id, content: t(`settings.sections.${id}`) }))}
          onChange={(opened) => dispatch({ type: 'sectionOpened', section: opened })}
        />
        <Section {...props} />
      </div>
    </div>
  );
}
