import type { IncidentMoment, IncidentReport } from '#contract/incidents/report.ts';
import type { Language } from '#contract/vocabulary.ts';
import { recordTime } from '../conversation/wall-time.ts';

/** A report as a file holds it: a title, facts, and tables. */
export interface ReportText {
  readonly title: string;
  readonly facts: readonly (readonly [label: string, value: string])[];
  readonly tables: readonly {
    readonly title: string;
    readonly head: readonly string[];
    readonly rows: readonly (readonly string[])[];
    /** Instead of an empty table. */
    readonly none: string;
  }[];
}

const chinese = {
  title: '突发事件报告',
  fact: {
    what: '出了什么事',
    site: '网点',
    time: '起止',
    end: '怎么结束',
    speaker: '谁对外说',
    read: '看过的',
    unread: '没看的',
    half: '一半人看到用了',
    uses: '口径使用',
    contacts: '本台接待',
    searches: '搜索',
  },
  endedHow: { byItself: '到点自己结束', early: '提前结束', open: '还没有结束' },
  half: (minutes: number) => `${minutes} 分钟`,
  uses: (copied: number, said: number) => `复制 ${copied} 次，说出 ${said} 次`,
  searches: (led: number, failed: number) => `搜着 ${led} 次，没搜着 ${failed} 次`,
  none: '没有',
  timeline: '经过',
  timelineHead: ['时间', '什么事', '谁', '内容'],
  calls: '联络',
  callsHead: ['谁打给谁', '怎么找', '结果'],
  reading: '谁看过',
  readingHead: ['姓名', '时间'],
  lines: '用过的口径',
  linesHead: ['口径', '复制', '说出'],
  searching: '搜了什么',
  searchingHead: ['时间', '谁', '搜的', '用了哪条'],
  orders: '这段时间开的工单',
  ordersHead: ['单号', '时间', '事由'],
  notFound: '没搜着',
  callState: { reached: '找到了', next: '还没找到', waiting: '还没打' },
  moment: {
    raised: '启动',
    linesFilled: '补全说法',
    acknowledged: '看过了',
    callReached: '联络上了',
    callMissed: '没联络上',
    unreadTold: '提醒值班长：还没看的人数',
    prolonged: '延长',
    endedEarly: '提前结束',
    endedByItself: '到点结束',
    orderOpened: '开工单',
  } satisfies Record<IncidentMoment['what'], string>,
  join: '、',
};

const english: typeof chinese = {
  title: 'Incident report',
  fact: {
    what: 'What happened',
    site: 'Site',
    time: 'From – to',
    end: 'How it ended',
    speaker: 'Who spoke to the outside',
    read: 'Have read it',
    unread: 'Have not read it',
    half: 'Half had read it after',
    uses: 'Lines used',
    contacts: 'Contacts at this desk',
    searches: 'Searches',
  },
  endedHow: { byItself: 'by itself, at its time', early: 'early', open: 'not ended yet' },
  half: (minutes) => `${minutes} min`,
  uses: (copied, said) => `copied ${copied}, said ${said}`,
  searches: (led, failed) => `${led} found, ${failed} in vain`,
  none: 'none',
  timeline: 'Course',
  timelineHead: ['Time', 'What', 'Who', 'Details'],
  calls: 'Calls',
  callsHead: ['Who calls whom', 'How', 'Result'],
  reading: 'Who has read it',
  readingHead: ['Name', 'Time'],
  lines: 'Lines used',
  linesHead: ['Line', 'Copied', 'Said'],
  searching: 'What was searched for',
  searchingHead: ['Time', 'Who', 'Typed', 'Line used'],
  orders: 'Work orders opened in the time',
  ordersHead: ['Number', 'Time', 'Matter'],
  notFound: 'in vain',
  callState: { reached: 'reached', next: 'not reached yet', waiting: 'not called yet' },
  moment: {
    raised: 'raised',
    linesFilled: 'wording completed',
    acknowledged: 'read',
    callReached: 'call reached',
    callMissed: 'call not answered',
    unreadTold: 'leads told how many have not read it',
    prolonged: 'prolonged',
    endedEarly: 'ended early',
    endedByItself: 'ended by itself',
    orderOpened: 'work order opened',
  },
  join: ', ',
};

/** The whole report in words. */
export function reportText(report: IncidentReport, language: Language): ReportText {
  const words = language === 'en' ? english : chinese;
  const { incident, searches, lines, orders } = report;
  const at = (atMs: number) => recordTime(atMs, report.timeZone);
  const names = (all: readonly string[]) => (all.length === 0 ? words.none : all.join(words.join));
  const { speaker, reading } = incident;
  const facts: [string, string][] = [
    [words.fact.what, incident.text],
    ...(report.siteName === '' ? [] : [[words.fact.site, report.siteName] as [string, string]]),
    [words.fact.time, `${at(report.fromMs)} – ${at(report.untilMs)}`],
    [words.fact.end, words.endedHow[incident.endedHow ?? 'open']],
    [words.fact.speaker, `${speaker.post} · ${speaker.reach}${speaker.names.map((name) => ` · ${name}`).join('')}`],
    [words.fact.read, String(reading.read.length)],
    [words.fact.unread, names(reading.unread)],
    ...(report.halfReadMinutes === null
      ? []
      : [[words.fact.half, words.half(report.halfReadMinutes)] as [string, string]]),
    [words.fact.uses, words.uses(report.copied, report.said)],
    [words.fact.searches, words.searches(searches.led, searches.failed)],
    [
      words.fact.contacts,
      [String(report.contacts.total), ...report.contacts.byScene.map(({ scene, count }) => `${scene} ${count}`)].join(
        ' · ',
      ),
    ],
  ];
  return {
    title: `${words.title} · ${incident.title}`,
    facts,
    tables: [
      {
        ...{ title: words.timeline, head: words.timelineHead, none: words.none },
        rows: report.moments.map(({ atMs, what, personName, text }) => [
          at(atMs),
          words.moment[what],
          personName,
          text,
        ]),
      },
      {
        ...{ title: words.calls, head: words.callsHead, none: words.none },
        rows: incident.contacts.map(({ caller, post, reach, state }) => [
          `${caller} → ${post}`,
          reach,
          words.callState[state],
        ]),
      },
      {
        ...{ title: words.reading, head: words.readingHead, none: words.none },
        rows: reading.read.map(({ personName, atMs }) => [personName, at(atMs)]),
      },
      {
        ...{ title: words.lines, head: words.linesHead, none: words.none },
        rows: lines.map(({ title, copied, said }) => [title, String(copied), String(said)]),
      },
      {
        ...{ title: words.searching, head: words.searchingHead, none: words.none },
        rows: searches.rows.map(({ atMs, personName, text, led }) => [
          at(atMs),
          personName,
          text,
          led ?? words.notFound,
        ]),
      },
      {
        ...{ title: words.orders, head: words.ordersHead, none: words.none },
        rows: orders.map(({ number, atMs, matter }) => [number, at(atMs), matter]),
      },
    ],
  };
}
