import type { DeskNotice, OrderCounts } from '#contract/reminders.ts';
import type { OpenMessage } from '#contract/shell.ts';
import type { Language } from '#contract/vocabulary.ts';
import { countWords, noticeWords } from './notice-words.ts';

/** What a notification or the tray leads to. */
export type OpenTarget = OpenMessage['open'];

export interface NotifierParts {
  /** Shows a system notification; `onClick` when the person follows it. */
  show(words: { title: string; body: string }, onClick: () => void): void;
  /** The number on the dock or launcher, and the tray's words. */
  badge(count: number, words: string): void;
  open(target: OpenTarget): void;
  nowMs(): number;
}

export interface DeskNotifier {
  tell(notices: readonly DeskNotice[], counts: OrderCounts): void;
  speak(language: Language): void;
}

/** More than this at once (after a weekend asleep, say) would bury the screen: the rest is one notification. */
const MOST = 3;

/** Turns what the core tells into notifications, a badge and the tray's words, in the person's language. */
export function createDeskNotifier(parts: NotifierParts): DeskNotifier {
  let language: Language = 'zh-CN';
  let latest: OrderCounts = { overdue: 0, soon: 0, open: 0 };

  const badge = (): void => parts.badge(latest.overdue + latest.soon, countWords(latest, language));

  return {
    tell(notices, counts) {
      latest = counts;
      badge();
      const rest = notices.length - MOST;
      for (const notice of rest > 0 ? notices.slice(0, MOST - 1) : notices) {
        parts.show(noticeWords(notice, language, parts.nowMs()), () => parts.open(targetOf(notice)));
      }
      if (rest <= 0) return;
      const left = rest + 1;
      parts.show(
        language === 'en'
          ? { title: `${left} more work orders are due`, body: 'Click to see them all.' }
          : { title: `还有 ${left} 件事到点了`, body: '点一下，在工单里一起看。' },
        () => parts.open({ place: 'orders', workOrderId: null }),
      );
    },
    speak(next) {
      language = next;
      badge();
    },
  };
}

function targetOf(notice: DeskNotice): OpenTarget {
  if ('incidentId' in notice) return { place: 'incidents', incidentId: notice.incidentId };
  // Promises without an order stand beside the conversations.
  if (notice.kind === 'promise') return { place: 'desk' };
  return { place: 'orders', workOrderId: 'workOrderId' in notice ? notice.workOrderId : null };
}
