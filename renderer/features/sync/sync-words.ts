import type { TFunction } from 'i18next';
import type { SyncStatus } from '#contract/sync.ts';
import { sayMoment } from '#renderer/i18n/moments.ts';

/** How desk and server stand, in the few words of the status bar; what waits, and since when. */
export function saySync(status: SyncStatus, nowMs: number, language: string, t: TFunction): string {
  const since = status.pendingSinceMs === null ? '' : sayMoment(status.pendingSinceMs, nowMs, language, t);
  switch (status.state) {
    case 'alone':
      return t('sync.state.alone');
    case 'held':
      return t(status.held?.salvaged ? 'sync.state.salvaged' : 'sync.state.held');
    case 'upToDate':
      return t('sync.state.upToDate', { when: sayMoment(status.lastSuccessAtMs ?? nowMs, nowMs, language, t) });
    case 'sending':
      return t('sync.state.sending', { count: status.pending, since });
    case 'pending':
      return t('sync.state.pending', { count: status.pending, since });
    case 'troubled':
      return status.pending === 0
        ? t('sync.state.troubledNothing')
        : t('sync.state.troubled', { count: status.pending, since });
    default:
      return status.state satisfies never;
  }
}
