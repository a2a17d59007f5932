import { useTranslation } from 'react-i18next';
import type { Person } from '#contract/people.ts';
import { SectionCard } from '#renderer/features/settings/section-card.tsx';
import { ErasureHistory } from './erasure-history.tsx';
import { FindPerson } from './find-person.tsx';
import { LooksList } from './looks-list.tsx';
import { RetentionTable } from './retention-table.tsx';

/** Customers' data on this desk: erasing a person, how long each kind is kept, and who looked at whole numbers. */
export function PrivacyCards({ person }: { person: Person }) {
  const { t } = useTranslation();
  if (person.role !== 'lead' && person.role !== 'administrator') {
    return (
      <SectionCard heading={t('privacy.erase.title')}>
        <p className="text-note text-ink-2">{t('privacy.onlyLead')}</p>
      </SectionCard>
    );
  }
  return (
    <>
      <SectionCard heading={t('privacy.erase.title')} intro={t('privacy.erase.intro')}>
        <FindPerson />
        <ErasureHistory />
      </SectionCard>
      <SectionCard heading={t('privacy.retention.title')} intro={t('privacy.retention.intro')}>
        <RetentionTable />
      </SectionCard>
      <SectionCard heading={t('privacy.looks.title')} intro={t('privacy.looks.intro')}>
        <LooksList />
      </SectionCard>
    </>
  );
}
