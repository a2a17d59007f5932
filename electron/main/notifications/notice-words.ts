import type { DeskNotice, OrderCounts } from '#contract/reminders.ts';
import type { Language } from '#contract/vocabulary.ts';

interface Words {
  readonly title: string;
  readonly body: string;
}

type LimitNotice = Extract<DeskNotice, { kind: 'limit' }>;
type AlertNotice = Extract<DeskNotice, { kind: 'alert' }>;

const limitNames: Record<Language, Record<LimitNotice['limit'], string>> = {
  'zh-CN': { response: '厅里预处理', result: '部门回单', reply: '答复客户', callback: '回访' },
  en: {
    response: "the hall's first response",
    result: "the department's result",
    reply: 'the reply',
    callback: 'the callback',
  },
};

const alertNames: Record<Language, Record<AlertNotice['alertKind'], string>> = {
  'zh-CN': {
    massComplaint: '集中投诉',
    media: '媒体关注',
    regulator: '监管关注',
    safety: '安全事件',
    legal: '法律风险',
    dataLeak: '资料外泄',
  },
  en: {
    massComplaint: 'mass complaint',
    media: 'media interest',
    regulator: 'regulator interest',
    safety: 'safety',
    legal: 'legal threat',
    dataLeak: 'data leak',
  },
};

type IncidentNotice = Extract<DeskNotice, { kind: 'incident' }>;

const incidentNames: Record<Language, Record<IncidentNotice['incidentKind'], string>> = {
  'zh-CN': {
    outage: '网络中断',
    system: '系统故障',
    cutover: '割接升级',
    utilities: '停水停电',
    traffic: '交通管制',
    weather: '恶劣天气',
    evacuation: '疏散',
    rumour: '谣言',
    media: '媒体关注',
    massComplaint: '群体投诉',
    dataLeak: '资料外泄',
  },
  en: {
    outage: 'network outage',
    system: 'system failure',
    cutover: 'cut-over',
    utilities: 'power or water',
    traffic: 'traffic',
    weather: 'weather',
    evacuation: 'evacuation',
    rumour: 'rumour',
    media: 'media interest',
    massComplaint: 'mass complaint',
    dataLeak: 'data leak',
  },
};

/** The words of a system notification. It can be read by anybody who passes the desk, so it names no person. */
export function noticeWords(notice: DeskNotice, language: Language, nowMs: number): Words {
  const chinese = language === 'zh-CN';
  switch (notice.kind) {
    case 'limit': {
      const what = limitNames[language][notice.limit];
      if (notice.moment === 'atLimit') {
        return chinese
          ? { title: `工单 ${notice.number} 到点了`, body: `${what}还没做，已经往上报。点一下就打开。` }
          : {
              title: `Work order ${notice.number} is over its limit`,
              body: `Still open: ${what}. It was passed up. Click to open it.`,
            };
      }
      const minutes = Math.max(1, Math.round((notice.dueAtMs - nowMs) / 60_000));
      return chinese
        ? { title: `工单 ${notice.number} 快到点了`, body: `${what}还剩 ${minutes} 分钟。点一下就打开。` }
        : {
            title: `Work order ${notice.number} is nearly due`,
            body: `${minutes} minutes left for ${what}. Click to open it.`,
          };
    }
    case 'promise': {
      if (notice.moment === 'atLimit') {
        return chinese
          ? { title: '答应客户的时间到了', body: '没结果也先跟客户说一声。点一下，在工作台上看是哪一件。' }
          : {
              title: 'A promised reply is due',
              body: 'Tell the customer even without a result. Click to see it on the desk.',
            };
      }
      const minutes = Math.max(1, Math.round((notice.dueAtMs - nowMs) / 60_000));
      return chinese
        ? { title: '答应客户的时间快到了', body: `还剩 ${minutes} 分钟。点一下，在工作台上看是哪一件。` }
        : { title: 'A promised reply is nearly due', body: `${minutes} minutes left. Click to see it on the desk.` };
    }
    case 'alert': {
      const what = alertNames[language][notice.alertKind];
      return chinese
        ? { title: `警报：${what}`, body: '该通知谁、现在怎么说，点一下就看到。' }
        : { title: `Alert: ${what}`, body: 'Click to see whom to tell and what to say.' };
    }
    case 'incident': {
      const what = incidentNames[language][notice.incidentKind];
      return chinese
        ? { title: `突发事件：${what}`, body: '现在怎么说、谁对外说，点一下就看到。看完请点“我看过了”。' }
        : {
            title: `Incident: ${what}`,
            body: 'Click to see what to say and who speaks, then say that you have read it.',
          };
    }
    case 'incidentOver': {
      const what = incidentNames[language][notice.incidentKind];
      return chinese
        ? { title: `${what}的事了结了`, body: '平常的口径照用。点一下看经过。' }
        : { title: `Over: ${what}`, body: 'The usual lines hold again. Click to see what happened.' };
    }
    case 'incidentUnread': {
      const what = incidentNames[language][notice.incidentKind];
      return chinese
        ? { title: `${what}：还有 ${notice.unread} 人没看`, body: '请值班长当面说一声。点一下看是谁。' }
        : {
            title: `${what}: ${notice.unread} have not read it`,
            body: 'Please tell them in person. Click to see who.',
          };
    }
    case 'shiftEnds':
      return chinese
        ? { title: '快下班了，交一下班', body: `您手上还有 ${notice.open} 件没了的事。点一下，交给同事或下一班。` }
        : {
            title: 'The shift ends soon',
            body: `You still have ${notice.open} open. Click to hand them over.`,
          };
    case 'shiftLeft':
      return chinese
        ? { title: `有人下班，留下 ${notice.left} 件没交`, body: '请值班长看一下交给谁。点一下就打开。' }
        : { title: `${notice.left} left open at the end of a shift`, body: 'Click to see who should have them.' };
    case 'auditFailed':
      return chinese
        ? { title: `工单 ${notice.number} 回访核查没过`, body: '话务监控请跟厅里对一下。点一下就打开。' }
        : {
            title: `The audit of ${notice.number} failed`,
            body: 'Traffic monitor, please see to it with the hall. Click to open.',
          };
    case 'stepLost':
      return chinese
        ? {
            title: `工单 ${notice.number} 别的电脑先办了`,
            body: '您那一步没算上，写的都留着。点一下看看现在到哪一步。',
          }
        : {
            title: `Another desk was first on ${notice.number}`,
            body: 'Your step did not count; what you wrote is kept. Click to see where it stands.',
          };
    case 'clockWentBack':
      return chinese
        ? { title: '电脑时间被往回调了', body: '没到的时限到了会再提醒，一件不漏。请核对一下电脑时间。' }
        : {
            title: 'The clock of this PC was set back',
            body: 'Limits that are still to come are told again, none is lost. Please check the time.',
          };
  }
}

/** What the tray icon says when pointed at. */
export function countWords({ overdue, soon, open }: OrderCounts, language: Language): string {
  if (language === 'en') return `Counterpart · ${overdue} overdue · ${soon} due within the hour · ${open} open`;
  return `口径通 · 超时 ${overdue} · 一小时内 ${soon} · 在办 ${open}`;
}
