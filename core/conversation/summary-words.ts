import type { BreakOffReason, Mood } from '#contract/conversation/terms.ts';
import type { Channel, Language, Stage } from '#contract/vocabulary.ts';

/** The record's own words in one language; what was captured stays in the words of whoever captured it. */
export interface SummaryWords {
  readonly channels: Record<Channel, string>;
  readonly moods: Record<Mood, string>;
  readonly stages: Record<Stage, string>;
  readonly endings: Record<BreakOffReason, string>;
  readonly rows: Record<
    | 'time'
    | 'customer'
    | 'served'
    | 'firstAsked'
    | 'judged'
    | 'said'
    | 'promise'
    | 'order'
    | 'outcome'
    | 'carried'
    | 'note'
    | 'spent',
    string
  >;
  readonly between: { readonly row: string; readonly part: string; readonly item: string; readonly clause: string };
  readonly yesNo: { readonly yes: string; readonly no: string };
  mood(mood: string): string;
  line(title: string, version: number): string;
  promise(text: string, at: string): string;
  /** A question with its answer, as one phrase. */
  answered(ask: string, answer: string): string;
  refused(finding: string): string;
  accepted(finding: string): string;
  spent(total: string, each: string): string;
  duration(minutes: number, seconds: number): string;
}

const chinese: SummaryWords = {
  channels: { counter: '柜台', phone: '电话', chat: '在线' },
  moods: { calm: '平静', worried: '担心', upset: '不高兴', furious: '很生气', grieving: '难过' },
  stages: { accept: '接受', clarify: '澄清', resolve: '处理', followUp: '跟踪' },
  endings: { customerLeft: '客户中途离开', wrongMatter: '不属于本流程的事项', startedByMistake: '误开' },
  rows: {
    time: '时间',
    customer: '客户',
    served: '接待',
    firstAsked: '首问',
    judged: '判定',
    said: '答复口径',
    promise: '承诺',
    order: '工单',
    outcome: '结果',
    carried: '原来记下的',
    note: '记录',
    spent: '用时',
  },
  between: { row: '：', part: '，', item: '、', clause: '；' },
  yesNo: { yes: '是', no: '否' },
  mood: (mood) => `情绪${mood}`,
  line: (title, version) => `「${title}」第${version}版`,
  promise: (text, at) => `${text}答复（${at}）`,
  answered: (ask, answer) => `${ask}${answer}`,
  refused: (finding) => `${finding}（客户没有认可）`,
  accepted: (finding) => `${finding}（客户认可）`,
  spent: (total, each) => `${total}（${each}）`,
  duration: (minutes, seconds) =>
    minutes === 0 ? `${seconds}秒` : `${minutes}分${String(seconds).padStart(2, '0')}秒`,
};

const english: SummaryWords = {
  channels: { counter: 'counter', phone: 'phone', chat: 'chat' },
  moods: { calm: 'calm', worried: 'worried', upset: 'upset', furious: 'furious', grieving: 'grieving' },
  stages: { accept: 'Accept', clarify: 'Clarify', resolve: 'Resolve', followUp: 'Follow-up' },
  endings: {
    customerLeft: 'the customer left before the end',
    wrongMatter: 'not a matter for this flow',
    startedByMistake: 'started by mistake',
  },
  rows: {
    time: 'Time',
    customer: 'Customer',
    served: 'Served by',
    firstAsked: 'First asked',
    judged: 'Worked out',
    said: 'Lines said',
    promise: 'Promised',
    order: 'Work order',
    outcome: 'Outcome',
    carried: 'Noted before',
    note: 'Note',
    spent: 'Time spent',
  },
  between: { row: ': ', part: ', ', item: ', ', clause: '; ' },
  yesNo: { yes: 'yes', no: 'no' },
  mood: (mood) => mood,
  line: (title, version) => `“${title}” version ${version}`,
  promise: (text, at) => `an answer ${text} (${at})`,
  answered: (ask, answer) => `${ask} ${answer}`,
  refused: (finding) => `${finding} (not accepted)`,
  accepted: (finding) => `${finding} (accepted)`,
  spent: (total, each) => `${total} (${each})`,
  duration: (minutes, seconds) => (minutes === 0 ? `${seconds} s` : `${minutes} min ${seconds} s`),
};

export const summaryWords: Record<Language, SummaryWords> = { 'zh-CN': chinese, en: english };
