/** How far back a clause and its sentence are read: people speak in shorter ones, and a pasted page stays linear. */
const LONGEST_LOOK = 80;

/** A stretch of a sentence between two commas, with what went before it in the same sentence. */
export interface Clause {
  readonly text: string;
  /** Place in the text that was split. */
  readonly start: number;
  readonly sentence: string;
  /** What stands in the sentence before this clause. */
  readonly before: string;
  /** And behind it. */
  readonly after: string;
}

/** Splits a text into clauses; a colon starts a new one too. Linear in its length. */
export function clausesOf(text: string): Clause[] {
  const clauses: Clause[] = [];
  for (const { 0: sentence, index } of text.matchAll(/[^。！？!?；;\n…]+/gu)) {
    for (const { 0: clause, index: at } of sentence.matchAll(/[^，,：]+/gu)) {
      const end = at + clause.length;
      clauses.push({
        text: clause,
        start: index + at,
        sentence,
        before: sentence.slice(Math.max(0, at - LONGEST_LOOK), at),
        after: sentence.slice(end, end + LONGEST_LOOK),
      });
    }
  }
  return clauses;
}

const CUSTOMER = '(?:客户|用户|业主|车主|乘客|顾客|对方|来电人|司机|借款人|家属|住户|旅客|[他她])';
/** Somebody we tell something to is not the one who speaks. */
const notSpokenTo =
  '(?<!告知|告诉|答复|回复|安抚|通知|提醒|答应|承诺|联系|补偿|赔偿|退还|同意|[向跟对给与和请让帮为替退赔补])';
const customerSays = new RegExp(
  `${notSpokenTo}${CUSTOMER}[^，,：]{0,6}(?:要求|要|想|希望|盼|问|坚持|提出|主张|认为|表示|称|说|讲|索赔|投诉|质疑|反映|怀疑|抱怨|担心|以为|威胁|建议|催|同意|愿意|接受|认可)`,
  'u',
);
const weSay =
  /^(?:我|本人|这边|公司|坐席|客服|营业员|当场|口头|随即|于是|经解释)|(?:告知|告诉|答应|承诺|许诺|答复|回复|安抚|保证)/u;
const earlier = /上次|之前|此前|以前|曾经?|当时|昨天|前天/u;
const negation =
  /(?:不(?!好意思|过|但|仅|管|论|久|满|见|得不)|没(?!问题|关系|事)|未|无法|无权|无从|难以|拒绝|别(?!的|人)|勿|并非|非)[^，,：]{0,6}$/u;
const approved =
  /(?:值班长|班长|主管|经理|领导|店长|行长|站长|主任|总监|上级|公司财务)[^，,：]{0,8}(?:同意|批准|核准|核定|授权|签字|已批|批了)/u;

/** What stands in a clause right before a place of it. */
export function leadTo(text: string, at: number): string {
  return text.slice(Math.max(0, at - LONGEST_LOOK), at);
}

/** Whether the customer is the one who says, wants or accepts it, until one of us speaks in a later clause. */
export function isCustomersWord({ text, before }: Clause, at: number): boolean {
  const own = leadTo(text, at);
  if (customerSays.test(own)) return true;
  if (weSay.test(own) && !earlier.test(own)) return false;
  const clauses = before.split(/[，,：]/u);
  for (const clause of clauses.reverse()) {
    if (customerSays.test(clause)) return true;
    if (weSay.test(clause) && !earlier.test(clause)) return false;
  }
  return false;
}

/** Whether what begins at a place of the clause is denied: 不能保证, 没有答应. */
export function isDenied({ text }: Clause, at: number): boolean {
  return negation.test(leadTo(text, at));
}

/** Whether somebody with the authority agreed to it, by what the sentence says. */
export function isApproved({ before, text, after }: Clause): boolean {
  return [before, text.slice(0, LONGEST_LOOK), after].some((part) => approved.test(part));
}
