import { dayStretches } from '../deadlines/day-stretches.ts';
import { dayIn } from '../deadlines/zone-offset.ts';
import type { Circumstances, ReckonedPlace } from './reckoned.ts';
import { type Clause, isApproved, isCustomersWord, isDenied, leadTo } from './sentences.ts';
import { MOMENT, readMoment, someTime } from './spoken-moment.ts';

const TO_YOU = '(?:[给为帮替跟和向与让]?[您你他她]|[给为帮替跟和向与让]客户)';
const SOON =
  '(?:尽快|尽早|马上|立刻|立即|很快|稍后|稍晚些?|近期|近日|不久|过几天|过两天|改天|回头|到时候|第一时间|抽空|有空)';
const ANSWER = '(?:答复|回复|回电话?|回话|打电话|联系|结果|消息|通知|告诉|反馈)';
const DO = '(?:处理|解决|核实|安排|修好?|恢复|上门|退|跟进|办好)';
const TOLD = '(?:告知|告诉|答复|回复|答应|承诺|许诺|安抚|答应了|约好)(?:客户|用户|业主|车主|乘客|对方|[他她])?';
const SURE = '(?<!不)(?:保证|肯定|一定|绝对|百分之百|百分百|铁定|担保)';
const BRING = '(?:解决|办[好成妥]|弄[好妥]|处理|修好|搞定|恢复|满意|查清|补|换)';

const soonToYou = new RegExp(
  `${SOON}[会就再能来我们]{0,3}.{0,2}?${TO_YOU}.{0,4}?(?:${ANSWER}|${DO})|${SOON}[会就再能来]{0,2}(?:${ANSWER})[您你]`,
  'gu',
);
const soonTold = new RegExp(`${SOON}.{0,6}?(?:${ANSWER}|${DO})`, 'gu');
const sureToYou = new RegExp(
  `${SURE}.{0,3}?[给帮为替让][您你他她].{0,4}?${BRING}|(?:绝对|肯定|保证|一定)没(?:有)?问题|包在我身上|我们?保证(?![金期书人把]|如实|原样|会?(?:记录|转达|上报)).{2,12}`,
  'gu',
);
const sureTold = new RegExp(`(?:[向跟对]|答应|承诺|告诉|告知)(?:客户|用户|业主|[您你他她]).{0,2}?${SURE}.{2,12}`, 'gu');
const answerBy = new RegExp(
  `(${MOMENT})(前|之前)?.{0,4}?(?:${ANSWER}|回访)?(?:[给跟和向]?[您你])?.{0,3}?(?:${ANSWER})(?:[给跟]?[您你])?`,
  'gu',
);
const repairBy = new RegExp(`(${MOMENT})前?.{0,4}?(?:修好|修复|恢复|换好|装好|弄好|开通好)`, 'gu');
const told = new RegExp(TOLD, 'u');

type Judged = Omit<ReckonedPlace, 'start' | 'end'>;

/** Promises of time that cannot be kept or checked: none at all, later than the site allows, when nobody is there, or of a repair. */
export function promisedTimes(
  clauses: readonly Clause[],
  circumstances: Circumstances,
  by: () => string,
): ReckonedPlace[] {
  const places: ReckonedPlace[] = [];
  let last = { sentence: '', timed: false };
  const known = new Map<string, ReturnType<typeof judgeTime>>();
  /** The same words are judged once: reckoning with a calendar is dear. */
  const remembered = (words: string, judge: () => ReturnType<typeof judgeTime>) => {
    const before = known.get(words);
    if (before !== undefined) return before;
    const judged = judge();
    known.set(words, judged);
    return judged;
  };
  for (const clause of clauses) {
    const add = (pattern: RegExp, judge: (found: RegExpExecArray) => Judged | null) => {
      for (const found of clause.text.matchAll(pattern)) {
        if (isDenied(clause, found.index) || isCustomersWord(clause, found.index)) continue;
        const judged = judge(found);
        if (!judged) continue;
        places.push({
          start: clause.start + found.index,
          end: clause.start + found.index + found[0].length,
          ...judged,
        });
      }
    };
    if (last.sentence !== clause.sentence) last = { sentence: clause.sentence, timed: someTime.test(clause.sentence) };
    const toYou = /[您你]/u.test(clause.text);
    const toldThem = told.test(clause.text);
    if (!last.timed) {
      const vague = (): Judged => ({
        reason: { code: 'vagueTime', values: {} },
        rewording: toYou ? `${by()}给您回电话` : `${by()}回电`,
      });
      add(soonToYou, vague);
      if (toldThem) add(soonTold, ({ index }) => (told.test(leadTo(clause.text, index)) ? vague() : null));
      const sure = (): Judged => ({
        reason: { code: 'guarantee', values: {} },
        rewording: toldThem && !toYou ? `${by()}告知进展` : `${by()}把进展告诉您`,
      });
      add(sureToYou, sure);
      add(sureTold, sure);
    }
    if (toYou || toldThem) {
      add(answerBy, (found) => remembered(found[0], () => judgeTime(found, circumstances, by)));
      if (toYou || /答应|承诺|许诺/u.test(clause.text)) {
        add(repairBy, () =>
          isApproved(clause)
            ? null
            : { reason: { code: 'repairTime', values: {} }, rewording: `${by()}告诉您查得怎样` },
        );
      }
    }
  }
  return places;
}

function judgeTime(found: RegExpExecArray, circumstances: Circumstances, by: () => string): Judged | null {
  const { nowMs, calendar, rules } = circumstances;
  const moment = readMoment(found[1] ?? '', nowMs, calendar);
  if (!moment) return null;
  const latestMs = nowMs + rules.customerReplyMinutes * 60_000;
  const late = moment.exact ? moment.atMs > latestMs : moment.day > dayIn(latestMs, calendar.timeZone);
  const instead = () => `${by()}给您回电话`;
  if (late)
    return { reason: { code: 'tooLate', values: { hours: rules.customerReplyMinutes / 60 } }, rewording: instead() };
  if (!moment.exact || found[2] !== undefined) return null;
  const open = dayStretches(moment.day, calendar.hoursOf(moment.day), calendar.timeZone);
  if (open.some(({ fromMs, toMs }) => fromMs <= moment.atMs && moment.atMs <= toMs)) return null;
  return { reason: { code: 'closedHour', values: {} }, rewording: instead() };
}
