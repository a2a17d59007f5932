import type { Catalogue } from '../library/catalogue.ts';

/** What things behind figures are called; what is no longer in the library keeps its id. */
export interface Titles {
  entry(entryId: string): string;
  outcome(key: string): string;
  rule(ruleId: string): { phrase: string; rewording: string };
}

export function titlesOf(catalogue: Catalogue): Titles {
  const entry = (entryId: string): string => catalogue.find(entryId)?.entry.title ?? entryId;
  return {
    entry,
    /** `flow|outcome`. */
    outcome(key) {
      const [flowId = '', outcomeId = ''] = key.split('|');
      const flow = catalogue.find(flowId)?.entry;
      const label = flow?.kind === 'flow' ? flow.outcomes.find(({ id }) => id === outcomeId)?.label : undefined;
      return label ?? outcomeId;
    },
    rule(ruleId) {
      const found = catalogue.find(ruleId)?.entry;
      return found?.kind === 'forbidden'
        ? { phrase: found.title, rewording: found.rewording }
        : { phrase: ruleId, rewording: '' };
    },
  };
}
