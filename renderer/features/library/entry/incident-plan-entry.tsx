import { useTranslation } from 'react-i18next';
import type { IncidentPlan } from '#contract/library/incident-plan.ts';
import { LinksPart, Part, TextsPart } from './reading-parts.tsx';

/** What a lead raises an incident from: what is said, who speaks, who calls whom. */
export function IncidentPlanEntry({ plan }: { plan: IncidentPlan }) {
  const { t } = useTranslation();
  return (
    <>
      <TextsPart heading={t('library.part.opening')} texts={[plan.opening]} />
      <LinksPart heading={t('library.part.say')} entryIds={plan.lines} />
      <TextsPart heading={t('library.part.period')} texts={[t('library.part.periodHours', { hours: plan.hours })]} />
      <TextsPart
        heading={t('library.part.speaker')}
        texts={[t(`library.speaker.${plan.speaker}`), `${plan.speakerPost} · ${plan.speakerReach}`]}
      />
      <Part heading={t('library.part.calls')}>
        <ol className="list-decimal pl-5">
          {plan.contacts.map(({ caller, post, reach, withinMinutes, fallback }) => (
            <li key={`${caller} ${post}`}>
              {t('library.part.call', { caller, post, reach, minutes: withinMinutes })}
              {fallback ? (
                <span className="ml-2 text-note text-ink-2">{t('library.part.callElse', { ...fallback })}</span>
              ) : null}
            </li>
          ))}
        </ol>
      </Part>
    </>
  );
}
