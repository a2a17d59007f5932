import type { TFunction } from 'i18next';
import type { RefusalReason } from '#contract/conversation/terms.ts';

/** Why a step was refused, in one sentence. */
export function sayRefusal(reason: RefusalReason, t: TFunction): string {
  return t(`conversation.refused.${reason}`);
}
