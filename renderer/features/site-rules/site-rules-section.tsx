import { useTranslation } from 'react-i18next';
import { Skeleton } from '#renderer/ui/skeleton.tsx';
import { AuthorityCard } from './authority-card.tsx';
import { BlockingCard } from './blocking-card.tsx';
import { ExceptionsCard } from './exceptions-card.tsx';
import { FiguresCards } from './figures-card.tsx';
import { HabitsCards } from './habits-card.tsx';
import { HoursCard } from './hours-card.tsx';
import { ReadBackCard } from './read-back-card.tsx';
import { SiteCard } from './site-card.tsx';
import { useSiteRules } from './use-site-rules.ts';
import { YearsCard } from './years-card.tsx';

/** Opening hours and every figure of this site: leads and administrators set them, everybody may look them up. */
export function SiteRulesSection() {
  const { t } = useTranslation();
  const view = useSiteRules().data;
  if (!view) return <Skeleton label={t('frame.loading')} lines={6} />;
  return (
    // What only a screen reader sees is placed within this part: it must not lengthen the window.
    <div className="relative flex flex-col gap-5">
      {view.mayChange ? null : <p className="text-note text-ink-2">{t('siteRules.readOnly')}</p>}
      <SiteCard view={view} />
      <HoursCard view={view} />
      <ExceptionsCard view={view} />
      <YearsCard view={view} />
      <FiguresCards view={view} />
      <AuthorityCard view={view} />
      <HabitsCards view={view} />
      <ReadBackCard view={view} />
      <BlockingCard view={view} />
    </div>
  );
}
