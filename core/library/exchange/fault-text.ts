import type { z } from 'zod';
import type { Fault } from '../validate/fault.ts';
import { columnByKey, columns } from './columns.ts';

/** Why an entry is turned down, for the person whose file it is. */
export interface RowFault {
  column: string | null;
  reason: string;
}

const RULE_REASONS: Readonly<Record<string, string>> = {
  uniqueIds: '编号与行业包对不上，或与别的条目重复',
  links: '指向的条目不存在、类别不对或写了两次',
  scenes: '行业包里没有这个场景',
  templates: '变量要声明了才能用，声明了就要用到，模板写法也要正确',
  fragments: '片段要声明了才能用，声明了就要用到',
  variants: '简短说法要比标准说法短，两种说法不能一样',
  typography: '汉字之间有空格、标点用了半角或重复，或者句末没有标点',
  sentenceLength: '有一句超过 60 个汉字，一口气说不完',
  forbiddenPatterns: '正则读不懂，或者可能卡住检查',
  forbiddenExamples: '规则没拦住自己的反例，或者误拦了正例',
  forbiddenInWording: '说法里有服务禁语',
  decisionTables: '判定表走不通',
  flows: '流程不完整',
  captureFields: '记录项对不上',
  variableTypes: '同一个变量在别处是另一种类型',
  specialCalls: '特殊来电的步骤走不通，或者每一步没说清',
  notices: '临时口径的起止时间、范围或说法对不上',
  articles: '法规条文已废止却没写替代的，或引用了已废止的',
  productSheets: '产品对照表的行列对不上',
  scenarios: '演练场景不完整，或者评分对不上',
  synonyms: '同义词重复，或者一个词进了两组',
  stopPhrases: '口水话重复，或者写法不对',
  rewordings: '换的说法和原话对不上',
  incidentPlans: '突发预案里谁打给谁接不上，或者对外说话的人比临时口径放得宽',
};

/** A rule's finding in Chinese, with what it quotes: wording in 「」, ids of entries and names of variables. */
export function ruleFault(fault: Fault, headings: Readonly<Record<string, string>>): RowFault {
  const quoted = fault.reason.match(/「[^」]*」|\b[a-z0-9-]+\/[a-z0-9-]+\b|(?<=variable )\w+/gu) ?? [];
  const others = [...new Set(quoted)].filter((each) => each !== fault.entryId).slice(0, 4);
  const reason = RULE_REASONS[fault.rule] ?? `不合口径库的规则（${fault.rule}）`;
  return {
    column: columnAt(fault.path, headings),
    reason: others.length > 0 ? `${reason}：${others.join('、')}` : reason,
  };
}

/** What the schema missed, in Chinese. */
export function schemaFault(issue: z.core.$ZodIssue, headings: Readonly<Record<string, string>>): RowFault {
  const column = columnAt(issue.path, headings);
  const name = column ?? (issue.path.join('.') || '条目');
  return { column, reason: issueText(issue, name) };
}

function issueText(issue: z.core.$ZodIssue, name: string): string {
  switch (issue.code) {
    case 'invalid_type':
      return issue.input === undefined && /undefined/u.test(issue.message) ? `缺「${name}」` : `「${name}」的内容不对`;
    case 'too_small':
      return issue.origin === 'number'
        ? `「${name}」不能小于 ${issue.minimum}`
        : `「${name}」太短或太少，至少 ${issue.minimum}`;
    case 'too_big':
      return issue.origin === 'number'
        ? `「${name}」不能大于 ${issue.maximum}`
        : `「${name}」太长，最多 ${issue.maximum} 个字`;
    case 'invalid_value':
      return `「${name}」不是认得的值，可写：${issue.values.map(String).join('、')}`;
    case 'unrecognized_keys':
      return `不认得的键：${issue.keys.slice(0, 5).join('、')}`;
    case 'invalid_format':
      return name.startsWith('编号') ? '编号要写成 行业包/短名，只用小写字母、数字和连字符' : `「${name}」的写法不对`;
    default:
      return `「${name}」的内容不对`;
  }
}

function columnAt(path: readonly PropertyKey[], headings: Readonly<Record<string, string>>): string | null {
  const dotted = path.map(String).join('.');
  const column = columnByKey(dotted) ?? columns.find(({ key }) => dotted.startsWith(`${key}.`));
  if (column) return headings[column.key] ?? column.label;
  return dotted === 'variants' ? (headings['variants.standard'] ?? '标准') : null;
}
