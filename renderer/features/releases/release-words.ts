import type { TFunction } from 'i18next';
import type { ChangeCounts, SignedRelease, TakenRelease } from '#contract/releases.ts';
import { toFailure } from '#renderer/core-client/call-failure.ts';
import { failureText } from '#renderer/i18n/explain-failure.ts';

/** 「新增 12，修改 3，撤下 1」; what is none is left out. */
export function sayCounts(counts: ChangeCounts, t: TFunction): string {
  const parts = (['added', 'changed', 'withdrawn'] as const).flatMap((how) =>
    counts[how] > 0 ? [t(`releases.counts.${how}`, { count: counts[how] })] : [],
  );
  return parts.length === 0 ? t('releases.counts.none') : parts.join(t('releases.counts.between'));
}

/** The first sixteen characters, in fours: what people compare over the telephone. */
export function shortFingerprint(fingerprint: string): string {
  return (fingerprint.slice(0, 16).match(/.{4}/g) ?? []).join(' ');
}

export function sayTaken(taken: TakenRelease, t: TFunction): string {
  switch (taken.outcome) {
    case 'applied':
      return t('releases.taken.applied', { version: taken.version });
    case 'waiting':
      return t('releases.taken.waiting', { version: taken.version });
    case 'upToDate':
      return t('releases.taken.upToDate');
    case 'refused':
      return t(`releases.problem.${taken.code}`);
  }
}

export function saySigned(signed: SignedRelease, t: TFunction): string {
  if (signed.outcome === 'waiting') return t('releases.proposal.stillWaiting');
  return signed.taken.outcome === 'applied' ? t('releases.proposal.published') : sayTaken(signed.taken, t);
}

/** Why a step of publishing was refused, as one sentence under what caused it. */
export function sayPublishingFailure(error: unknown, t: TFunction): string {
  const failure = toFailure(error);
  if (failure.code === 'publishingRefused') {
    const { why, detail = '' } = failure.data;
    return t(`releases.refused.${why}`, { detail });
  }
  if (failure.code === 'wrongPin') {
    const seconds = Math.ceil(failure.data.waitMs / 1000);
    return seconds > 0 ? t('releases.wait', { seconds }) : t('releases.refused.wrongPin');
  }
  return failureText(failure.code, t);
}
