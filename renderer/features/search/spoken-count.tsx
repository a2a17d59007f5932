import { useTranslation } from 'react-i18next';
import type { Results } from './results.ts';

/** Reads the outcome of a search to people who do not see the list. */
export function SpokenCount({ results }: { results: Results | undefined }) {
  const { t } = useTranslation();
  let said = '';
  if (results?.kind === 'search') {
    const exact = results.items.filter((hit) => !hit.near).length;
    if (exact > 0) said = t('search.spoken', { count: results.total });
    else if (results.items.length > 0) said = t('search.spokenNear', { count: results.items.length });
    else said = t('search.spokenNone');
  }
  return (
    <p role="status" aria-live="polite" className="sr-only">
      {said}
    </p>
  );
}
