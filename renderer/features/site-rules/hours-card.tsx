import { useTranslation } from 'react-i18next';
import { type DayKind, dayKindSchema, openingHoursSchema } from '#contract/site-rules/opening-hours.ts';
import { SectionCard } from '#renderer/features/settings/section-card.tsx';
import { BackToDefault } from './back-to-default.tsx';
import { ConfirmDefault } from './confirm-default.tsx';
import { hoursText, readHours } from './hours-text.ts';
import { KeptField } from './kept-field.tsx';
import { type RulesPartProps, useChangeRules } from './use-site-rules.ts';

/** When the site is open on each sort of day. */
export function HoursCard({ view }: RulesPartProps) {
  const { t } = useTranslation();
  const change = useChangeRules();
  const { openingHours } = view.rules;
  const problemOf = (kind: DayKind) => (text: string) => {
    const hours = readHours(text);
    if (hours === null) return t('siteRules.hoursWrong');
    return openingHoursSchema.safeParse({ ...openingHours, [kind]: hours }).success
      ? null
      : t('siteRules.hoursAllClosed');
  };
  const keep = (kind: DayKind, text: string) =>
    change(
      (rules) => rules.change({ set: { openingHours: { ...openingHours, [kind]: readHours(text) ?? [] } } }),
      t('siteRules.saved'),
    );
  return (
    <SectionCard heading={t('siteRules.hours')} intro={t('siteRules.hoursIntro')}>
      <div className="grid grid-cols-2 gap-x-5 gap-y-3 narrow:grid-cols-1">
        {dayKindSchema.options.map((kind) => (
          <KeptField
            key={kind}
            label={t(`siteRules.days.${kind}`)}
            placeholder={t('siteRules.closed')}
            maxLength={80}
            value={hoursText(openingHours[kind])}
            disabled={!view.mayChange}
            problemOf={problemOf(kind)}
            onKeep={(text) => void keep(kind, text)}
          />
        ))}
        <div className="flex items-end">
          <ConfirmDefault view={view} name="openingHours" called={t('siteRules.hours')} />
          <BackToDefault view={view} name="openingHours" called={t('siteRules.hours')} />
        </div>
      </div>
    </SectionCard>
  );
}
