import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import type { LineUsability } from '#contract/library.ts';

/** Since when an entry does not hold, or from when on it will, in a few words. */
export function sayState({ state, day }: LineUsability, t: TFunction): string {
  if (state === 'withdrawn' && day !== undefined) return t('library.withdrawnOn', { day });
  return t(`library.since.${state}`, { day: day ?? '' });
}

/** Stands beside whatever is not in force today. */
export function StateMark({ usability }: { usability: LineUsability }) {
  const { t } = useTranslation();
  if (usability.state === 'inForce') return null;
  return (
    <span className="rounded-small bg-warn-soft px-1.5 text-small whitespace-nowrap text-warn">
      {sayState(usability, t)}
    </span>
  );
}
