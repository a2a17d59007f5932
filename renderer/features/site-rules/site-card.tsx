import { useTranslation } from 'react-i18next';
import { SectionCard } from '#renderer/features/settings/section-card.tsx';
import { DeadlineBar } from '#renderer/ui/deadline-bar.tsx';
import { DeadlineRing } from '#renderer/ui/deadline-ring.tsx';
import { BackToDefault } from './back-to-default.tsx';
import { KeptField } from './kept-field.tsx';
import { type RulesPartProps, useChangeRules } from './use-site-rules.ts';

/** Name and clock of the site, and what its rules come to right now. */
export function SiteCard({ view }: RulesPartProps) {
  const { t } = useTranslation();
  const change = useChangeRules();
  const { rules, example, mayChange } = view;
  return (
    <SectionCard heading={t('siteRules.site')}>
      <div className="flex max-w-[26rem] flex-col gap-3.5">
        <KeptField
          label={t('siteRules.siteName')}
          hint={t('siteRules.siteNameHint')}
          maxLength={40}
          value={rules.siteName}
          disabled={!mayChange}
          problemOf={() => null}
          onKeep={(siteName) =>
            void change((calls) => calls.change({ set: { siteName: siteName.trim() } }), t('siteRules.saved'))
          }
        />
        <div className="flex items-end gap-2.5">
          <KeptField
            className="flex-1"
            label={t('siteRules.timeZone')}
            list="site-time-zones"
            maxLength={60}
            value={rules.timeZone}
            disabled={!mayChange}
            problemOf={(text) => (isTimeZone(text) ? null : t('siteRules.timeZoneWrong'))}
            onKeep={(timeZone) => void change((calls) => calls.change({ set: { timeZone } }), t('siteRules.saved'))}
          />
          <div className="pb-1.5">
            <BackToDefault view={view} name="timeZone" called={t('siteRules.timeZone')} />
          </div>
          <datalist id="site-time-zones">
            {Intl.supportedValuesOf('timeZone').map((zone) => (
              <option key={zone} value={zone} />
            ))}
          </datalist>
        </div>
      </div>
      <div className="mt-4 rounded-base bg-sunken px-4 py-3">
        {example ? (
          <>
            <p className="flex items-center gap-2 text-note">
              <DeadlineRing deadline={example.deadline} nowMs={example.nowMs} />
              {t('siteRules.example')}
            </p>
            <div className="mt-2">
              <DeadlineBar deadline={example.deadline} nowMs={example.nowMs} timeZone={rules.timeZone} />
            </div>
          </>
        ) : (
          <p className="text-note text-warn">{t('siteRules.exampleNever')}</p>
        )}
      </div>
    </SectionCard>
  );
}

function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}
