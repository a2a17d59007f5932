import type { AlertLevel } from '#contract/alerts.ts';
import type { AlertKind } from '#contract/work-orders/terms.ts';

export interface AlertRule {
  readonly level: AlertLevel;
  /** Who must hear of it, and within how many minutes. */
  readonly tell: readonly { readonly post: string; readonly withinMinutes: number }[];
  /** Entries of the library that say what is said meanwhile; one that no release has is left out. */
  readonly lines: readonly string[];
}

/** What each kind of big or delicate case sets going, as data. */
export const alertRules: Readonly<Record<AlertKind, AlertRule>> = {
  massComplaint: {
    level: 'serious',
    tell: [
      { post: '投诉管理员', withinMinutes: 10 },
      { post: '区域管理', withinMinutes: 30 },
      { post: '话务监控', withinMinutes: 30 },
    ],
    lines: ['notices/cable-cut', 'notices/owners-gather'],
  },
  media: {
    level: 'major',
    tell: [
      { post: '新闻发言人', withinMinutes: 5 },
      { post: '值班经理', withinMinutes: 10 },
      { post: '区域管理', withinMinutes: 30 },
    ],
    lines: ['notices/media-hot-topic', 'notices/reporters-on-site'],
  },
  regulator: {
    level: 'serious',
    tell: [
      { post: '投诉管理员', withinMinutes: 15 },
      { post: '法务', withinMinutes: 60 },
      { post: '区域管理', withinMinutes: 60 },
    ],
    lines: ['special-calls/official-read-back'],
  },
  safety: {
    level: 'major',
    tell: [
      { post: '现场负责人', withinMinutes: 2 },
      { post: '值班经理', withinMinutes: 5 },
      { post: '区域管理', withinMinutes: 15 },
    ],
    lines: ['notices/person-hurt-site', 'notices/fire-alarm'],
  },
  legal: {
    level: 'serious',
    tell: [
      { post: '法务', withinMinutes: 30 },
      { post: '投诉管理员', withinMinutes: 30 },
    ],
    lines: ['flows/abnormal-lawyer-letter'],
  },
  dataLeak: {
    level: 'major',
    tell: [
      { post: '数据安全负责人', withinMinutes: 5 },
      { post: '值班经理', withinMinutes: 10 },
      { post: '法务', withinMinutes: 60 },
    ],
    lines: ['notices/data-leak-checking', 'notices/fake-text'],
  },
};
