import { useTranslation } from 'react-i18next';
import type { SpokenNorm } from '#contract/library/special-call.ts';
import { normFigures } from './norm-figures.ts';
import { useSiteRules } from './use-site-rules.ts';

/** Norms that no program hears, with the figures this site holds them against, in one quiet line. */
export function SpokenNorms({ norms }: { norms: readonly SpokenNorm[] }) {
  const { t } = useTranslation();
  const rules = useSiteRules().data?.rules;
  if (!rules || norms.length === 0) return null;
  return (
    <p className="figures flex flex-wrap gap-x-3 text-small text-ink-2">
      {norms.map((norm) => (
        <span key={norm}>{t(`siteRules.norm.${norm}`, normFigures(norm, rules))}</span>
      ))}
    </p>
  );
}
