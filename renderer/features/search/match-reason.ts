import type { TFunction } from 'i18next';
import type { MatchReason } from '#contract/search.ts';

/** One short line that says why a hit is there, or null where the highlight already says it. */
export function sayReason(reason: MatchReason, t: TFunction): string | null {
  const { how, typed, matched } = reason;
  switch (how) {
    case 'exact':
      return null;
    case 'sentence':
      return t('search.reason.sentence');
    case 'pinyin':
    case 'initials':
    case 'mixed':
      return typed === undefined ? t(`search.reason.plain.${how}`) : t(`search.reason.${how}`, { typed });
    case 'synonym':
    case 'corrected':
    case 'traditional':
      return typed === undefined || matched === undefined
        ? t(`search.reason.plain.${how}`)
        : t(`search.reason.${how}`, { typed, matched });
  }
}
