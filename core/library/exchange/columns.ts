import {
  type Codec,
  day,
  matchers,
  occasion,
  oneOf,
  scene,
  sentences,
  someOf,
  text,
  variables,
  wholeNumber,
  words,
} from './codecs.ts';
import { type TableKind, tableKinds } from './table-kind.ts';
import {
  CHANNEL_WORDS,
  CLASS_WORDS,
  COURTESY_WORDS,
  KIND_WORDS,
  REVIEW_WORDS,
  SEVERITY_WORDS,
  STAGE_WORDS,
  TIER_WORDS,
  valueNamed,
} from './value-labels.ts';

export interface Column {
  /** Path of the value in the entry, with dots; also the English heading. `kind` and `pack` stand beside the entry. */
  key: string;
  label: string;
  aliases: readonly string[];
  kinds: readonly TableKind[];
  codec: Codec;
  /** An empty cell says nothing about it; elsewhere an empty cell takes the value away. */
  keptWhenEmpty?: true;
}

const wording = ['line', 'courtesy'] as const;
const all = tableKinds;

/** Every column, in the order in which sheets are written. */
export const columns: readonly Column[] = [
  { key: 'kind', label: '类型', aliases: ['条目类型'], kinds: all, codec: oneOf(KIND_WORDS), keptWhenEmpty: true },
  { key: 'pack', label: '行业包', aliases: ['包'], kinds: all, codec: text, keptWhenEmpty: true },
  {
    key: 'id',
    label: '编号',
    aliases: ['条目编号', '口径编号', 'ID', '序号编码'],
    kinds: all,
    codec: text,
    keptWhenEmpty: true,
  },
  { key: 'title', label: '标题', aliases: ['名称', '口径名称', '题目', '主题'], kinds: all, codec: text },
  {
    key: 'courtesyKind',
    label: '用语类别',
    aliases: ['礼貌用语类别', '用语种类', 'kind of courtesy'],
    kinds: ['courtesy'],
    codec: oneOf(COURTESY_WORDS),
    keptWhenEmpty: true,
  },
  {
    key: 'class',
    label: '禁语类别',
    aliases: ['禁语分类'],
    kinds: ['forbidden'],
    codec: oneOf(CLASS_WORDS),
    keptWhenEmpty: true,
  },
  {
    key: 'severity',
    label: '轻重',
    aliases: ['程度', '级别'],
    kinds: ['forbidden'],
    codec: oneOf(SEVERITY_WORDS),
    keptWhenEmpty: true,
  },
  { key: 'stage', label: '环节', aliases: ['阶段', '四环节'], kinds: wording, codec: oneOf(STAGE_WORDS) },
  { key: 'scene', label: '场景', aliases: ['业务场景'], kinds: wording, codec: scene, keptWhenEmpty: true },
  {
    key: 'channels',
    label: '渠道',
    aliases: ['适用渠道', 'channel'],
    kinds: wording,
    codec: someOf(CHANNEL_WORDS),
    keptWhenEmpty: true,
  },
  {
    key: 'tiers',
    label: '客户等级',
    aliases: ['等级', 'tier', 'customers'],
    kinds: wording,
    codec: someOf(TIER_WORDS),
  },
  { key: 'occasion', label: '时机', aliases: ['适用时机', 'when it suits'], kinds: ['courtesy'], codec: occasion },
  {
    key: 'variants.standard',
    label: '标准',
    aliases: ['标准说法', '标准话术', '标准口径', '内容', '话术', '口径', 'standard', 'standard wording'],
    kinds: wording,
    codec: text,
  },
  {
    key: 'variants.short',
    label: '简短',
    aliases: ['简短说法', '简短版', '短句', 'short', 'short wording'],
    kinds: wording,
    codec: text,
  },
  {
    key: 'variants.soothing',
    label: '安抚',
    aliases: ['安抚说法', '安抚版', 'soothing', 'soothing wording'],
    kinds: wording,
    codec: text,
  },
  {
    key: 'variants.written',
    label: '书面',
    aliases: ['书面说法', '书面版', 'written', 'written wording'],
    kinds: wording,
    codec: text,
  },
  { key: 'variables', label: '变量', aliases: ['空', '填空', '要填的空', 'gaps'], kinds: wording, codec: variables },
  { key: 'fragments', label: '片段', aliases: [], kinds: wording, codec: words },
  {
    key: 'matchers',
    label: '不能说',
    aliases: ['匹配', '禁语', '禁用说法', 'matches'],
    kinds: ['forbidden'],
    codec: matchers,
  },
  { key: 'allow', label: '放行', aliases: ['例外', 'let through'], kinds: ['forbidden'], codec: sentences },
  { key: 'reason', label: '原因', aliases: ['理由', '为什么'], kinds: ['forbidden'], codec: text },
  {
    key: 'rewording',
    label: '换一种说法',
    aliases: ['改说', '建议说法', '替换说法'],
    kinds: ['forbidden'],
    codec: text,
  },
  { key: 'fails', label: '反例', aliases: ['应拦的句子', 'counter-examples'], kinds: ['forbidden'], codec: sentences },
  { key: 'passes', label: '正例', aliases: ['不该拦的句子', 'good examples'], kinds: ['forbidden'], codec: sentences },
  { key: 'keywords', label: '关键词', aliases: ['关键字', 'keyword'], kinds: all, codec: words },
  {
    key: 'colloquial',
    label: '俗称',
    aliases: ['俗语', '客户说法', '口语', "in customers' words"],
    kinds: all,
    codec: words,
  },
  { key: 'basis', label: '依据', aliases: ['政策依据'], kinds: wording, codec: words },
  { key: 'related', label: '相关', aliases: ['相关口径', '关联'], kinds: all, codec: words },
  { key: 'forbidden', label: '相邻禁语', aliases: ['禁忌', '忌说', 'do not say'], kinds: wording, codec: words },
  {
    key: 'provenance.owner',
    label: '负责人',
    aliases: ['责任人', 'owner'],
    kinds: all,
    codec: text,
    keptWhenEmpty: true,
  },
  {
    key: 'provenance.review',
    label: '审核状态',
    aliases: ['状态', 'review'],
    kinds: all,
    codec: oneOf(REVIEW_WORDS),
    keptWhenEmpty: true,
  },
  {
    key: 'provenance.version',
    label: '版次',
    aliases: ['version'],
    kinds: all,
    codec: wholeNumber,
    keptWhenEmpty: true,
  },
  {
    key: 'provenance.effectiveFrom',
    label: '生效',
    aliases: ['生效日期', '生效日', '起始日期', 'effective from', 'effectiveFrom', 'in force from'],
    kinds: all,
    codec: day,
    keptWhenEmpty: true,
  },
  {
    key: 'provenance.expiresOn',
    label: '到期',
    aliases: ['到期日期', '到期日', '失效日期', 'expires on', 'expiresOn'],
    kinds: all,
    codec: day,
  },
  {
    key: 'provenance.reviewEveryDays',
    label: '复审天数',
    aliases: ['复审周期', 'reviewEveryDays', 'review every'],
    kinds: all,
    codec: wholeNumber,
    keptWhenEmpty: true,
  },
  { key: 'provenance.replacedBy', label: '改用', aliases: ['替代条目', 'replacedBy'], kinds: all, codec: text },
  {
    key: 'provenance.changeNote',
    label: '修改说明',
    aliases: ['变更说明', 'change note', 'changeNote'],
    kinds: all,
    codec: text,
  },
];

const byName = new Map<string, Column>();
for (const column of columns)
  for (const name of [column.key, column.label, ...column.aliases]) {
    const folded = foldedName(name);
    if (!byName.has(folded)) byName.set(folded, column);
  }

/** The column a heading names, in Chinese or English; 「*」, units in brackets, blanks and case do not matter. */
export function columnOf(heading: string): Column | null {
  if (heading.length > 40) return null;
  return byName.get(foldedName(heading)) ?? null;
}

function foldedName(name: string): string {
  return name
    .normalize('NFKC')
    .replace(/\([^()]*\)|[*\s:：_]/gu, '')
    .toLowerCase();
}

/** The kind that a sheet's name, a heading or a cell stands for. */
export function kindNamed(name: string): TableKind | null {
  return valueNamed(KIND_WORDS, name) as TableKind | null;
}

export function columnsOf(kind: TableKind): Column[] {
  return columns.filter(({ kinds }) => kinds.includes(kind));
}

export function columnByKey(key: string): Column | null {
  return columns.find((column) => column.key === key) ?? null;
}
