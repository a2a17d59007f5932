import type { TFunction } from 'i18next';
import type { RefusalReason } from '#contract/conversation/terms.ts';
import { conversation as wording } from '#renderer/i18n/zh-cn/conversation.ts';

const isReason = (reason: string): reason is RefusalReason => Object.hasOwn(wording.refused, reason);

/** Why a step was refused, in one sentence. */
export function sayRefusal(reason: string, t: TFunction): string {
  return isReason(reason) ? t(`conversation.refused.${reason}`) : t('errors.stepRefused.what');
}
