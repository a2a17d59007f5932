import { describe, expect, test } from 'vitest';
import { incidentKindSchema } from '#contract/library/incident-plan.ts';
import type { DeskNotice } from '#contract/reminders.ts';
import { alertKindSchema } from '#contract/work-orders/terms.ts';
import { createDeskNotifier, type OpenTarget } from '#electron/main/notifications/desk-notifier.ts';
import { noticeWords } from '#electron/main/notifications/notice-words.ts';
import { incidents as incidentsEn } from '#renderer/i18n/en/incidents.ts';
import { ordersBoard as ordersEn } from '#renderer/i18n/en/orders-board.ts';
import { incidents } from '#renderer/i18n/zh-cn/incidents.ts';
import { ordersBoard } from '#renderer/i18n/zh-cn/orders-board.ts';

const NOW = Date.UTC(2026, 10, 2, 1, 0, 0);
const counts = { overdue: 2, soon: 1, open: 9 };

function notifier() {
  const shown: { title: string; body: string; click: () => void }[] = [];
  const badges: [number, string][] = [];
  const opened: OpenTarget[] = [];
  const made = createDeskNotifier({
    show: (words, click) => shown.push({ ...words, click }),
    badge: (count, words) => badges.push([count, words]),
    open: (target) => opened.push(target),
    nowMs: () => NOW,
  });
  return { ...made, shown, badges, opened };
}

const limit = (number: string, moment: 'before' | 'atLimit'): DeskNotice => ({
  kind: 'limit',
  workOrderId: `order-${number}`,
  number,
  limit: 'reply',
  moment,
  dueAtMs: NOW + 30 * 60_000,
});

describe('notifications', () => {
  test('name the order and the time left, and a click opens that order', () => {
    const desk = notifier();
    desk.tell([limit('261102-001', 'before')], counts);
    expect(desk.shown[0]).toMatchObject({
      title: '工单 261102-001 快到点了',
      body: expect.stringContaining('30 分钟'),
    });
    desk.shown[0]?.click();
    expect(desk.opened).toEqual([{ place: 'orders', workOrderId: 'order-261102-001' }]);
  });

  test('call incidents and alerts by the names that the window has for them', () => {
    const windows = [
      { language: 'zh-CN', incident: incidents.kind, alert: ordersBoard.alert.kind },
      { language: 'en', incident: incidentsEn.kind, alert: ordersEn.alert.kind },
    ] as const;
    for (const { language, incident, alert } of windows) {
      const titles = [
        ...incidentKindSchema.options.map((incidentKind) => ({
          notice: { kind: 'incident', incidentId: 'incident-1', incidentKind } as const,
          name: incident[incidentKind],
        })),
        ...alertKindSchema.options.map((alertKind) => ({
          notice: { kind: 'alert', alertId: 'alert-1', alertKind } as const,
          name: alert[alertKind],
        })),
      ];
      for (const { notice, name } of titles) {
        expect(noticeWords(notice, language, NOW).title.toLowerCase()).toContain(name.toLowerCase());
      }
    }
  });

  test('every kind has words in both languages that name nobody, and a click on one about an order or an incident opens it', () => {
    const notices: DeskNotice[] = [
      { kind: 'shiftEnds', endsAtMs: NOW, open: 3 },
      { kind: 'shiftLeft', left: 2 },
      { kind: 'promise', moment: 'before', dueAtMs: NOW + 60_000 },
      { kind: 'promise', moment: 'atLimit', dueAtMs: NOW },
      { kind: 'auditFailed', workOrderId: 'order-9', number: '261102-009' },
      { kind: 'stepLost', workOrderId: 'order-9', number: '261102-009' },
      { kind: 'alert', alertId: 'alert-1', alertKind: 'media' },
      { kind: 'clockWentBack', fromAtMs: NOW, toAtMs: NOW - 1 },
      { kind: 'incident', incidentId: 'incident-1', incidentKind: 'media' },
      { kind: 'incidentOver', incidentId: 'incident-1', incidentKind: 'media' },
      { kind: 'incidentUnread', incidentId: 'incident-1', incidentKind: 'media', unread: 3 },
    ];
    for (const language of ['zh-CN', 'en'] as const) {
      const desk = notifier();
      desk.speak(language);
      for (const notice of notices) desk.tell([notice], counts);
      expect(new Set(desk.shown.map(({ title }) => title)).size).toBe(notices.length);
      expect(desk.shown[0]?.body).toContain('3');
      for (const { click } of desk.shown) click();
      const order = (workOrderId: string | null) => ({ place: 'orders', workOrderId });
      expect(desk.opened).toEqual([
        ...[order(null), order(null), { place: 'desk' }, { place: 'desk' }],
        ...[order('order-9'), order('order-9'), order(null), order(null)],
        ...Array.from({ length: 3 }, () => ({ place: 'incidents', incidentId: 'incident-1' })),
      ]);
    }
  });

  test('the badge counts what is over and what is close, in the language of the person', () => {
    const desk = notifier();
    desk.tell([], counts);
    desk.speak('en');
    expect(desk.badges.at(-2)).toEqual([3, '口径通 · 超时 2 · 一小时内 1 · 在办 9']);
    expect(desk.badges.at(-1)?.[1]).toContain('2 overdue');
  });

  test('a weekend of limits does not bury the screen: two are named, the rest is one', () => {
    const desk = notifier();
    desk.tell(
      Array.from({ length: 12 }, (_, n) => limit(`261102-${String(n + 1).padStart(3, '0')}`, 'atLimit')),
      counts,
    );
    expect(desk.shown.map(({ title }) => title)).toEqual([
      '工单 261102-001 到点了',
      '工单 261102-002 到点了',
      '还有 10 件事到点了',
    ]);
    desk.shown[2]?.click();
    expect(desk.opened).toEqual([{ place: 'orders', workOrderId: null }]);
  });
});
