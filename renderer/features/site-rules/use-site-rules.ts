import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { RuleName, SiteRulesView } from '#contract/site-rules.ts';
import { toFailure } from '#renderer/core-client/call-failure.ts';
import { useCore } from '#renderer/core-client/core-provider.tsx';
import { failureNotice } from '#renderer/i18n/explain-failure.ts';
import { useTell } from '#renderer/ui/notice.tsx';

const KEY = ['siteRules', 'view'];

/** The rules of this site with their defaults, and whether one may change them. */
export function useSiteRules() {
  const core = useCore();
  return useQuery({ queryKey: KEY, queryFn: ({ signal }) => core.siteRules.read(undefined, { signal }) });
}

/** Does something to the rules and shows what became of them; true when it was done. */
export function useChangeRules() {
  const core = useCore();
  const queries = useQueryClient();
  const tell = useTell();
  const { t } = useTranslation();
  return async (act: (calls: typeof core.siteRules) => Promise<SiteRulesView>, said: string): Promise<boolean> => {
    try {
      queries.setQueryData(KEY, await act(core.siteRules));
      tell({ tone: 'done', title: said });
      return true;
    } catch (error) {
      tell(failureNotice(toFailure(error).code, t));
      return false;
    }
  };
}

export interface RulesPartProps {
  view: SiteRulesView;
}

/** Who chose a rule, or undefined where the default holds. */
export function chooserOf({ chosen }: SiteRulesView, name: RuleName): string | undefined {
  return chosen.find((one) => one.name === name)?.personName;
}
