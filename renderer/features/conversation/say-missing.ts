import type { TFunction } from 'i18next';
import type { Missing } from '#contract/conversation/terms.ts';

/** Something still open, in a few words: fields and actions by their own label, the rest by what is to be done. */
export function sayMissing({ kind, label }: Missing, t: TFunction): string {
  return kind === 'action' || kind === 'field' ? label : t(`conversation.missing.${kind}`);
}
