import type { TableKind } from './table-kind.ts';

/** The words that sheets use for the values of the format; the first one is written, all of them are read. */
type Words = Readonly<Record<string, readonly string[]>>;

export const KIND_WORDS: Readonly<Record<TableKind, readonly string[]>> = {
  line: ['统一解释口径', '口径', '解释口径', '线上口径', '话术', 'lines'],
  courtesy: ['礼貌用语', '规范用语', '文明用语', '服务用语'],
  forbidden: ['服务禁语', '禁语', '忌语', '服务忌语', '禁用语'],
};

export const STAGE_WORDS: Words = {
  accept: ['接受投诉', '接受', '受理'],
  clarify: ['解释澄清', '澄清', '解释'],
  resolve: ['解决处理', '解决', '处理'],
  followUp: ['跟踪总结', '跟踪', '回访'],
};

export const CHANNEL_WORDS: Words = {
  counter: ['柜台', '现场', '营业厅', '前台'],
  phone: ['电话', '热线'],
  chat: ['在线', '网络', '文字'],
};

export const TIER_WORDS: Words = { vip: ['贵宾'], standard: ['普通'], prepaid: ['预付费'] };

export const REVIEW_WORDS: Words = {
  draft: ['草稿'],
  inReview: ['审核中', '待审核'],
  approved: ['已批准', '批准', '通过'],
  withdrawn: ['已停用', '停用'],
};

export const SEVERITY_WORDS: Words = { block: ['禁止'], warn: ['提醒'], advise: ['建议'] };

export const COURTESY_WORDS: Words = {
  address: ['称呼'],
  greeting: ['问候'],
  wellWishing: ['祝贺'],
  farewell: ['告别'],
  apology: ['道歉'],
  thanks: ['道谢'],
  response: ['应答'],
  enquiry: ['征询'],
  explanation: ['解释'],
  proposal: ['商量'],
  soothing: ['安抚'],
  empathy: ['共情'],
  praise: ['赞美'],
  wait: ['等候'],
  transfer: ['转接'],
  readBack: ['核实确认', '复述'],
  appointment: ['预约'],
  reAppointment: ['改约'],
  recommendation: ['业务推荐'],
  moneyHandling: ['唱收唱付'],
  closing: ['结束'],
};

export const CLASS_WORDS: Words = {
  callingOut: ['直呼客户'],
  interrogating: ['责问、训斥、反问', '责问', '训斥', '反问'],
  arrogance: ['态度傲慢、厌烦', '傲慢', '厌烦'],
  ordering: ['命令客户', '命令'],
  shirking: ['推诿客户', '推诿'],
  negativeAbility: ['否定开头'],
  jargon: ['行话'],
  filler: ['口头语'],
  mockery: ['嘲讽'],
  blamingColleagues: ['怪同事、怪部门', '怪同事'],
  beyondAuthority: ['越权承诺'],
  undatedGuarantee: ['没有时间的保证'],
  ruleAlone: ['只搬规定'],
  inventedReason: ['编造理由'],
};

export const VARIABLE_TYPE_WORDS: Words = {
  text: ['文字'],
  customerName: ['称呼'],
  time: ['时间'],
  duration: ['时长'],
  digits: ['数字串'],
  place: ['地点'],
  number: ['数目'],
  money: ['金额'],
};

/** How a line of the forbidden wording begins: a phrase as it stands, or a regular expression. */
export const MATCHER_WORDS: Words = { phrase: ['短语'], pattern: ['正则'] };

/** A day as people write it: year, month, day. */
export const WRITTEN_DAY = /^(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?$/u;

export const OCCASION_WORDS: Readonly<Record<string, { words: readonly string[]; values: Words }>> = {
  dayPart: {
    words: ['时段'],
    values: { morning: ['早上'], noon: ['中午'], afternoon: ['下午'], evening: ['晚上'] },
  },
  day: { words: ['日子'], values: { workday: ['工作日'], weekend: ['周末'] } },
  festival: {
    words: ['节日'],
    values: {
      newYear: ['元旦'],
      springFestival: ['春节'],
      lanternFestival: ['元宵'],
      qingming: ['清明'],
      labourDay: ['劳动节'],
      dragonBoat: ['端午'],
      midAutumn: ['中秋'],
      nationalDay: ['国庆'],
    },
  },
  returningCaller: { words: ['再次来电'], values: { true: ['是'], false: ['否'] } },
  soundsIll: { words: ['听出不适'], values: { true: ['是'], false: ['否'] } },
};

export function wordFor(words: Words, value: string): string {
  return words[value]?.[0] ?? value;
}

/** The value a word stands for: any of its Chinese words, or the value itself in whatever case; null when unknown. */
export function valueNamed(words: Words, text: string): string | null {
  const wanted = text.trim().toLowerCase();
  for (const [value, names] of Object.entries(words))
    if (value.toLowerCase() === wanted || names.some((name) => name.toLowerCase() === wanted)) return value;
  return null;
}
