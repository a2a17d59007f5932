import { dayStretches } from '#core/deadlines/day-stretches.ts';
import { dayIn } from '#core/deadlines/zone-offset.ts';
import type { Circumstances, ReckonedPlace } from '../reckoned.ts';
import { soonestReplyAtMs } from '../soonest-reply.ts';
import { ENGLISH_MOMENT, readEnglishMoment, someEnglishTime } from './moment.ts';
import { ENGLISH_NUMBER, readEnglishNumber } from './numbers.ts';
import { type EnglishSentence, englishLead, englishSentences, isApprovedInEnglish, isNoPromise } from './sentences.ts';

const GIVE = '(?:refund|compensate|reimburse|credit|waive|pay|give|return|send|deduct|knock off|take off)';
const SIGN = '(?:[¥￥$€£]|(?:rmb|cny) ?)';
const UNIT = '(?: ?(?:yuan|rmb|cny|kuai|dollars?|euros?|pounds?))';
const MONEY = `(?:${SIGN}(${ENGLISH_NUMBER})${UNIT}?|(${ENGLISH_NUMBER})${UNIT})`;
const amounts = new RegExp(
  `\\b${GIVE}\\b[^.,;:\\d¥￥$€£]{0,40}?${MONEY}|${MONEY} (?:as (?:a )?)?(?:refund|compensation|credit|back)\\b`,
  'gu',
);
const bareAmount =
  /\b(?:refund|compensate|reimburse) (?:you|him|her|them|the customer) (\d[\d,]{2,})\b(?! ?(?:days?|hours?|minutes?|times|points))/gu;
const done = /\b(?:already|has been|have been|was|were|had)\b[^,;]{0,24}$/;
const meansUs =
  /\byou(?:r|'ll)?\b|\b(?:i|we)\b(?:'ll| will| can| would| are going| am going)|\b(?:promised?|agreed|told|offered|assured)\b/;

const TO_YOU = '(?:you|the customer|the client|him|her|them)';
const ANSWER = `(?:(?:call|ring|phone|contact|text|email|inform|tell|update|answer|reply to|let|give|reach)(?: back| up)? ${TO_YOU}|get back to ${TO_YOU}|be in touch|have (?:an|the|your) (?:answer|result)|(?:answer|reply|result|call) (?:will )?(?:come|reach)[^,;]{0,8}${TO_YOU})`;
const SOON =
  '(?:as soon as possible|asap|as soon as we can|very soon|soon|shortly|right away|immediately|straight away|in no time|later on|later|in a while|at some point|one of these days|in the near future)';
const soonToYou = new RegExp(`\\b${ANSWER}\\b[^,;]{0,40}?\\b${SOON}\\b|\\b${SOON}\\b[^,;]{0,30}?\\b${ANSWER}`, 'gu');
const sure =
  /\b(?:(?:i|we) (?:can |do |will )?guarantee\b(?! (?:card|period|slip|book))[^.;]{2,40}|(?:i|we) promise (?:you )?(?:that )?(?:it|this|everything|the)\b[^.;]{2,40}|(?:definitely|certainly|absolutely|for sure|without fail)[^,;.]{0,20}\b(?:fix|solve|sort|resolve|restore|repair|replace|refund|get|work)\w*|(?:will|'ll) (?:definitely|certainly|surely|absolutely) (?:be )?\w+|100 ?% (?:sure|certain|guaranteed)|rest assured (?:that )?(?:it|this|we)\b[^.;]{2,30})/gu;
const answerBy = new RegExp(
  `\\b${ANSWER}\\b[^,;.]{0,40}?\\b(${ENGLISH_MOMENT})\\b|\\b(${ENGLISH_MOMENT})\\b,? [^,;.]{0,20}?\\b${ANSWER}`,
  'gu',
);
const repairBy = new RegExp(
  `\\b(?:fixed|repaired|restored|replaced|working again|back on|back up|running again|installed|reconnected)\\b[^,;.]{0,20}?\\b(${ENGLISH_MOMENT})\\b`,
  'gu',
);
const promises = /\byou(?:r)?\b|\b(?:promised?|told|assured|agreed)\b|\b(?:will|'ll) be\b/;

/** Promises in English wording that go too far; offsets are those of the text itself. */
export function englishPromises(text: string, circumstances: Circumstances): ReckonedPlace[] {
  if (!/[A-Za-z]{3}/.test(text)) return [];
  let reply: string | null = null;
  const by = () => {
    reply ??= englishReply(circumstances);
    return reply;
  };
  return englishSentences(text).flatMap((sentence) => [
    ...amountsIn(sentence, circumstances, by),
    ...timesIn(sentence, circumstances, by),
  ]);
}

type Judged = Omit<ReckonedPlace, 'start' | 'end'>;

function placeOf({ start }: EnglishSentence, found: RegExpExecArray, judged: Judged): ReckonedPlace {
  const words = found[0].trimEnd();
  return { start: start + found.index, end: start + found.index + words.length, ...judged };
}

function amountsIn(sentence: EnglishSentence, { mayPromiseYuan }: Circumstances, by: () => string): ReckonedPlace[] {
  const found = [...sentence.text.matchAll(amounts), ...sentence.text.matchAll(bareAmount)];
  return found.flatMap((one) => {
    const yuan = readEnglishNumber(one.slice(1).find((part) => part !== undefined) ?? '');
    if (yuan === null || yuan <= mayPromiseYuan) return [];
    const lead = englishLead(sentence, one.index);
    if (!meansUs.test(lead + one[0]) || done.test(lead)) return [];
    if (isNoPromise(sentence, one.index) || isApprovedInEnglish(sentence)) return [];
    const rewording = `check the amount against the bill and have the result for you ${by()}`;
    return [placeOf(sentence, one, { reason: { code: 'amount', values: { yuan, limit: mayPromiseYuan } }, rewording })];
  });
}

function timesIn(sentence: EnglishSentence, circumstances: Circumstances, by: () => string): ReckonedPlace[] {
  const places: ReckonedPlace[] = [];
  const add = (pattern: RegExp, judge: (found: RegExpExecArray) => Judged | null) => {
    for (const found of sentence.text.matchAll(pattern)) {
      const judged = isNoPromise(sentence, found.index) ? null : judge(found);
      if (judged) places.push(placeOf(sentence, found, judged));
    }
  };
  if (!someEnglishTime.test(sentence.text)) {
    add(soonToYou, () => ({ reason: { code: 'vagueTime', values: {} }, rewording: `call you ${by()}` }));
    add(sure, () => ({
      reason: { code: 'guarantee', values: {} },
      rewording: `I will tell you where it stands ${by()}`,
    }));
  }
  add(answerBy, (found) => judgeTime(found[1] ?? found[2] ?? '', circumstances, by));
  if (promises.test(sentence.text)) {
    add(repairBy, () =>
      isApprovedInEnglish(sentence)
        ? null
        : { reason: { code: 'repairTime', values: {} }, rewording: `looked into, and I will tell you more ${by()}` },
    );
  }
  return places;
}

function judgeTime(said: string, { nowMs, calendar, rules }: Circumstances, by: () => string): Judged | null {
  const moment = readEnglishMoment(said.trim(), nowMs, calendar);
  if (!moment) return null;
  const latestMs = nowMs + rules.customerReplyMinutes * 60_000;
  const late = moment.exact ? moment.atMs > latestMs : moment.day > dayIn(latestMs, calendar.timeZone);
  const rewording = `call you ${by()}`;
  if (late) return { reason: { code: 'tooLate', values: { hours: rules.customerReplyMinutes / 60 } }, rewording };
  if (!moment.exact || /^(?:by|before|until)\b/.test(said)) return null;
  const open = dayStretches(moment.day, calendar.hoursOf(moment.day), calendar.timeZone);
  if (open.some(({ fromMs, toMs }) => fromMs <= moment.atMs && moment.atMs <= toMs)) return null;
  return { reason: { code: 'closedHour', values: {} }, rewording };
}

/** A time that can be kept, as one says it: by 4 pm today, by 10:30 am on Tuesday 24 November. */
function englishReply(circumstances: Circumstances): string {
  const { timeZone } = circumstances.calendar;
  const atMs = soonestReplyAtMs(circumstances);
  const parts = new Map(
    formatter(timeZone)
      .formatToParts(atMs)
      .map(({ type, value }) => [type, value]),
  );
  const minute = parts.get('minute') === '00' ? '' : `:${parts.get('minute')}`;
  const clock = `${parts.get('hour')}${minute} ${parts.get('dayPeriod')}`;
  const days = Math.round(
    (Date.parse(dayIn(atMs, timeZone)) - Date.parse(dayIn(circumstances.nowMs, timeZone))) / 86_400_000,
  );
  const near = ['today', 'tomorrow'][days];
  return `by ${clock} ${near ?? `on ${parts.get('weekday')} ${parts.get('day')} ${parts.get('month')}`}`;
}

const formatters = new Map<string, Intl.DateTimeFormat>();

function formatter(timeZone: string): Intl.DateTimeFormat {
  const known = formatters.get(timeZone);
  if (known) return known;
  const made = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    hour: 'numeric',
    minute: '2-digit',
    hour12: true,
  });
  formatters.set(timeZone, made);
  return made;
}
