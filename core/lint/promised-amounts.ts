import type { Circumstances, ReckonedPlace } from './reckoned.ts';
import { type Clause, isApproved, isCustomersWord, isDenied, leadTo } from './sentences.ts';
import { NUMBER, readNumber } from './spoken-number.ts';

const GIVE = '(?:赔偿|赔付|赔|补偿|退还|退回|退|返还|返|减免|免除|免|补|送|贴)';
const WHOM = '(?:[您你]|[他她]们?|客户|用户|业主|车主|乘客|对方)';
const FOR_WHAT = '(?:款|费|钱|话费|现金|年费|物业费|通行费|手续费|违约金|误工费|装修费|损失费?|红包)';
const amounts = new RegExp(
  `(?:给${WHOM})?${GIVE}(?:偿|还|掉|给)?${WHOM}?${FOR_WHAT}?(?:最多|大概|约|一共|共|个)?([￥¥]?)(${NUMBER})(元|块钱?|圆)?(?:给${WHOM})?`,
  'gu',
);
const quick = /[赔退返免补送贴]/u;
const done = /(?:已经?|刚刚?|早就|按规定|之前)[^答承许同]{0,4}$/u;
const promised = /(?:答应|承诺|许诺|允诺|应允|同意|保证|告知|告诉|答复|回复)/u;
const ours = /(?:我们?|我方|这边|公司)(?:会|可以|能|给|愿意?|来|再|都|先|就)*$/u;
const opens = /^(?:那?就?先?|直接|可以|会|再|给)*$/u;

/** Amounts promised to the customer that are beyond what the person may promise alone. Fees, deposits and what was paid already are none. */
export function promisedAmounts(
  clauses: readonly Clause[],
  { mayPromiseYuan }: Circumstances,
  by: () => string,
): ReckonedPlace[] {
  const places: ReckonedPlace[] = [];
  for (const clause of clauses) {
    if (!quick.test(clause.text)) continue;
    for (const found of clause.text.matchAll(amounts)) {
      const yuan = amountOf(found, clause.text);
      if (yuan === null || yuan <= mayPromiseYuan) continue;
      const lead = leadTo(clause.text, found.index);
      const toCustomer = /[您你]/u.test(lead + found[0]);
      const meant = toCustomer || promised.test(lead) || ours.test(lead) || opens.test(lead);
      if (!meant || done.test(lead) || isDenied(clause, found.index) || isApproved(clause)) continue;
      if (isCustomersWord(clause, found.index)) continue;
      places.push({
        start: clause.start + found.index,
        end: clause.start + found.index + found[0].length,
        reason: { code: 'amount', values: { yuan, limit: mayPromiseYuan } },
        rewording: toCustomer || !promised.test(lead) ? `金额要核对清单才能定，${by()}把结果告诉您` : '金额核定后答复',
      });
    }
  }
  return places;
}

/** Yuan, or null where the number counts something else. */
function amountOf(found: RegExpExecArray, text: string): number | null {
  const [whole, sign, number = '', unit] = found;
  const yuan = readNumber(number);
  if (yuan === null || unit !== undefined || sign !== '') return yuan;
  // 赔您五百 needs no unit; 退3张 counts something else, and so does a number that goes on.
  const next = text.slice(found.index + whole.length);
  return yuan >= 100 && (next === '' || /^(?:吧|好吗|行吗|行不行|给|了事|左右|多)/u.test(next)) ? yuan : null;
}
