import type { Missing } from '#contract/conversation/terms.ts';
import type { Forbidden } from '#contract/library/forbidden.ts';
import type { LiveCheck } from '../lint/live-check.ts';
import type { Circumstances } from '../lint/reckoned.ts';

/**
 * Finds the words that a lead said must be mended before a record is closed. The check is loaded and compiled the first
 * time it is needed; a site that blocks nothing never needs it.
 */
export function createBlockedWording(catalogue: { readonly forbidden: readonly Forbidden[] }) {
  let compiled: { of: readonly Forbidden[]; check: Promise<LiveCheck> } | null = null;
  return async (texts: readonly string[], circumstances: Circumstances): Promise<Missing[]> => {
    if (circumstances.rules.blockingRules.length === 0) return [];
    const { forbidden } = catalogue;
    if (compiled?.of !== forbidden) {
      const check = import('../lint/live-check.ts').then(({ createLiveCheck }) => createLiveCheck(forbidden));
      compiled = { of: forbidden, check };
    }
    const liveCheck = await compiled.check;
    const blocked = texts.flatMap((text) => liveCheck.check(text, circumstances, 'record').filter((one) => one.blocks));
    const words = new Map(blocked.map(({ ruleId, matched }) => [matched, ruleId]));
    return [...words].map(([label, id]) => ({ kind: 'wording', id, label }));
  };
}
