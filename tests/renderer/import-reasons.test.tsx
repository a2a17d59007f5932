import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { render, screen } from '@testing-library/react';
import { afterAll, describe, expect, it } from 'vitest';
import {
  actualFormatSchema,
  fileNoteSchema,
  importRefusalSchema,
  itemNoteSchema,
  rowReasonSchema,
} from '#contract/import-reasons.ts';
import { lineSchema } from '#contract/library/line.ts';
import type { ImportItem } from '#contract/library-exchange.ts';
import { libraryRules, type RuleFault } from '#contract/library-faults.ts';
import type { Language } from '#contract/vocabulary.ts';
import { columnOf, columns } from '#core/library/exchange/columns.ts';
import { propose } from '#core/library/exchange/propose.ts';
import { ImportRefused } from '#core/library/exchange/read/import-limits.ts';
import { readCsv } from '#core/library/exchange/read/read-csv.ts';
import { readYaml } from '#core/library/exchange/read/read-yaml.ts';
import { toldFault } from '#core/library/told-fault.ts';
import { links } from '#core/library/validate/links.ts';
import { ImportChoose } from '#renderer/features/exchange/import-choose.tsx';
import { PreviewRow } from '#renderer/features/exchange/preview-row.tsx';
import {
  type Speech,
  sayFileNote,
  sayImportRefusal,
  sayItemNote,
  sayRowFault,
} from '#renderer/features/exchange/say-import.ts';
import { sayRuleFault } from '#renderer/features/library/say-fault.ts';
import { sayField } from '#renderer/features/library/versions/say-field.ts';
import { ReleasePreview } from '#renderer/features/releases/release-preview.tsx';
import { speak } from '#renderer/i18n/start-i18n.ts';
import { library, line } from '#tests/core/library/exchange/exchange-desk.ts';
import { showOverCore } from './over-core.tsx';
import { wholeWording } from './whole-wording.ts';

const HAN = /\p{Script=Han}/u;
/** Other tests of this process begin in Chinese. */
afterAll(() => speak('zh-CN'));

const EXCHANGE = 'core/library/exchange';

async function speechIn(language: Language): Promise<Speech> {
  const { t } = await wholeWording(language);
  await speak(language);
  return { t, language };
}

/** Every key of a union of reasons, each with values that fit it. */
type Options = readonly { shape: Record<string, { def: object }>; safeParse(value: unknown): { success: boolean } }[];
function samplesOf(options: Options): { key: string }[] {
  const column = { path: 'scene', label: '场景', inFile: false };
  const values = {
    ...{ limit: 7, row: 3, count: 5, megabytes: 20, bound: 2, number: 4, table: 2 },
    ...{ sheet: 'Hall', part: 'a.xml', format: 'xlsx', actual: 'pdf', cell: 'odd', type: 'colour', text: 'Dear all' },
    ...{ names: ['one'], rule: 'links', quoted: ['hall/a'], at: { sheet: null, row: 3 }, column },
  };
  return options.flatMap((option) => {
    const { key, ...shape } = option.shape;
    const { values: single, entries } = (key?.def ?? {}) as { values?: string[]; entries?: Record<string, string> };
    return (single ?? Object.values(entries ?? {})).map((each) => {
      const own = Object.entries(values).filter(([name]) => name in shape);
      const choices = ['other', { value: 'counter', word: '柜台' }].map((choice) => ({ choices: [choice] }));
      const fits = ['choices' in shape ? choices : [{}]]
        .flat()
        .map((choice) => ({ key: each, ...Object.fromEntries(own), ...choice }))
        .find((sample) => option.safeParse(sample).success);
      if (!fits) throw new Error(`no sample fits ${each}`);
      return fits;
    });
  });
}

const columnMissing = { path: 'variants.short', label: '简短', inFile: false };
const everySentence = (speech: Speech): Map<string, string> => {
  const { t } = speech;
  const said = new Map<string, string>();
  const all = <Reason,>(name: string, options: unknown, say: (reason: Reason) => string) => {
    for (const each of samplesOf(options as Options)) said.set(`${name}.${each.key}`, say(each as Reason));
  };
  all('refusal', importRefusalSchema.options, (reason: never) => sayImportRefusal(reason, t));
  all('row', rowReasonSchema.options, (reason: never) => sayRowFault({ column: columnMissing, reason }, speech));
  all('note', itemNoteSchema.options, (note: never) => sayItemNote(note, speech));
  all('file', fileNoteSchema.options, (note: never) => sayFileNote(note, t));
  for (const rule of libraryRules) said.set(rule, sayRuleFault({ key: 'rule', rule, quoted: [] }, t));
  for (const actual of actualFormatSchema.options) said.set(actual, sayImportRefusal({ key: 'notText', actual }, t));
  return said;
};

describe('every reason', () => {
  it.each(['zh-CN', 'en'] as const)('has a sentence of its own in %s', async (language) => {
    const said = everySentence(await speechIn(language));
    expect(said.size).toBeGreaterThan(110);
    for (const [key, sentence] of said) {
      expect(sentence, key).not.toMatch(/exchange\.|faults\.|\{\{|undefined|\[object/u);
      if (language === 'zh-CN') expect(sentence, key).toMatch(HAN);
      else expect(sentence, key).not.toMatch(HAN);
    }
    // A kind of file is said by the sentence about text, with each sort of it.
    said.delete('refusal.notText');
    said.delete('row.rule');
    expect(new Set(said.values()).size).toBe(said.size);
  });

  it('of a rule of the library has a name: no rule is told as another one', () => {
    const folder = 'core/library/validate';
    const sources = readdirSync(folder).map((name) => readFileSync(join(folder, name), 'utf8'));
    const rules = new Set(
      sources.flatMap((source) => [...source.matchAll(/rule: '(\w+)'/gu)].map(([, rule]) => rule ?? '')),
    );
    // Wording that is nearly the same turns nothing down.
    rules.delete('nearDuplicates');
    expect(rules.size).toBeGreaterThan(20);
    for (const rule of rules) {
      const told = toldFault({ rule, entryId: 'hall/a', path: [], reason: '「您好」 of hall/b, variable name' });
      expect(told).toEqual({ key: 'rule', rule, quoted: ['您好', 'hall/b', 'name'] } satisfies Omit<
        RuleFault,
        'rule'
      > & {
        rule: string;
      });
    }
  });

  it('calls a column that is missing by a heading the import knows', async () => {
    const { t } = await speechIn('en');
    for (const column of columns) {
      expect(columnOf(sayField(column.key, t))?.key, column.key).toBe(column.key);
      expect(columnOf(column.label)?.key).toBe(column.key);
    }
  });
});

const held = library(line('welcome', { title: '迎客' }), line('welcome-again', { title: '迎客' }));
const options: Parameters<typeof propose>[2] = { kind: 'line', channels: ['counter'], today: '2026-11-22' };
const HEADINGS = ['编号', '类型', '标题', '场景', '标准', '简短', '生效', '时机', '变量', '相关'];
const said = (own: Record<string, string>): string[] => {
  const cells = { 标题: '新的一条', 场景: '见面', 标准: '您坐，我先替您看看单子。', 简短: '您坐，我看看。', ...own };
  return HEADINGS.map((heading) => cells[heading as keyof typeof cells] ?? '');
};
/** Each turned down for another reason. */
const ROWS: readonly (readonly [what: string, key: string, row: string[]])[] = [
  ['a cell that names nothing', 'noSuchScene', said({ 场景: '没有的场景' })],
  ['a word that stands for nothing', 'unknownWord', said({ 类型: '怪话' })],
  ['a pack that is not there', 'noSuchPack', said({ 编号: 'nowhere/one' })],
  ['a day that is none', 'noSuchDay', said({ 生效: '2026-02-30' })],
  ['a day that is not written as one', 'notADay', said({ 生效: '明天' })],
  ['a title that several have', 'titleTwice', said({ 标题: '迎客' })],
  ['an empty cell that the form wants', 'missing', said({ 简短: '' })],
  ['a title that is too short', 'tooShort', said({ 标题: '短' })],
  ['a variable that is new', 'newVariable', said({ 变量: '称谓' })],
  ['a gap that nobody declared', 'rule', said({ 标准: '{{ nobodyKnows }}，您坐，我先替您看看单子。' })],
  ['a rule about what it names', 'rule', said({ 相关: 'hall/not-there' })],
  ['no owner', 'noOwner', said({})],
];

describe('in English, Chinese is only what the file says:', () => {
  const rejectedOf = (row: readonly string[], owner: boolean): Extract<ImportItem, { state: 'rejected' }> => {
    const quoted = [HEADINGS, row].map((cells) => cells.map((cell) => `"${cell}"`).join(','));
    const { records } = readCsv(new TextEncoder().encode(quoted.join('\n')));
    const [item] = propose(records, held, owner ? { ...options, owner: 'Lee' } : options);
    if (item?.state !== 'rejected') throw new Error(JSON.stringify(item));
    return item;
  };

  it.each(ROWS)('a row with %s', async (_, key, row) => {
    await speechIn('en');
    const item = rejectedOf(row, key !== 'noOwner');
    expect(item.faults.map(({ reason }) => reason.key)).toContain(key);
    render(<PreviewRow item={item} taken={false} onTick={() => undefined} />);
    const shown = screen.getByRole('list').textContent;
    const rest = [...HEADINGS, ...row]
      .filter((text) => text !== '')
      .sort((a, b) => b.length - a.length)
      .reduce((text, own) => text.replaceAll(own, ''), shown);
    expect(rest).not.toMatch(HAN);
    expect(rest).toMatch(/[a-z]{4}/);
  });

  it('is told once: a row without a pack hears nothing of scenes and ids, which hang on it', () => {
    const { faults } = rejectedOf(said({ 编号: 'nowhere/one', 场景: '没有的场景' }), true);
    expect(faults.map(({ reason }) => reason.key)).toEqual(['noSuchPack']);
    expect(rejectedOf(said({ 标题: '' }), true).faults.map(({ column }) => column?.path)).toEqual(['title']);
  });

  it('an entry of YAML, and one that stands there twice', async () => {
    const { t, language } = await speechIn('en');
    const entry = `  - { id: hall/one, title: One of them, stage: nowhere, surprise: 1 }\n`;
    const file = `kind: line\nentries:\n${entry}---\nkind: nothing\nentries:\n  - { id: hall/two }\n`;
    const items = propose(readYaml(new TextEncoder().encode(file), []).records, held, options);
    const rejected = items.flatMap((item) => (item.state === 'rejected' ? item.faults : []));
    const keys = rejected.map(({ reason }) => reason.key);
    expect(keys).toEqual(expect.arrayContaining(['missing', 'notOneOf', 'unknownKeys', 'noSuchKind']));
    for (const fault of rejected) expect(sayRowFault(fault, { t, language })).not.toMatch(HAN);
  });

  it('a file that is refused as a whole', async () => {
    const { t } = await speechIn('en');
    let refused: unknown;
    try {
      readCsv(new TextEncoder().encode('甲,乙\n一,二\n'));
    } catch (cause) {
      refused = cause;
    }
    if (!(refused instanceof ImportRefused)) throw new Error('it was read');
    const trouble = { kind: 'refused' as const, refusal: refused.refusal };
    showOverCore(<ImportChoose personName="Lee" trouble={trouble} onFile={() => undefined} />, {
      library: { packs: async () => [] },
    });
    const title = screen.getByText(t('exchange.import.refusedTitle'));
    expect(title.parentElement?.textContent).toContain('No headings were found');
    expect(document.body.textContent).not.toMatch(HAN);
  });

  it('a release that is refused', async () => {
    await speechIn('en');
    const lost = lineSchema.parse({ ...line('lost'), title: 'Lost and found', related: ['hall/not-there'] });
    const [fault] = links(library(lost));
    if (!fault) throw new Error('no fault');
    const preview = {
      ...{ version: '2026.11.2', counts: { added: 1, changed: 0, withdrawn: 0 }, changes: [] },
      faults: [{ entryId: lost.id, title: lost.title, reason: toldFault(fault) }],
    };
    render(<ReleasePreview preview={preview} />);
    const shown = document.body.textContent;
    expect(shown).toContain('It names an entry that is not there');
    expect(shown).toContain('hall/not-there');
    expect(shown).not.toMatch(HAN);
  });
});

it('core says which reason it is: Chinese in the exchange is only what files say', () => {
  /** Headings and words that are written to files and recognised in them, and what exported documents say. */
  const fileContent = /^(columns\.ts|value-labels\.ts|export\/.*|read\/document-blocks\.ts)$/u;
  const sources = readdirSync(EXCHANGE, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts'));
  expect(sources.length).toBeGreaterThan(40);
  for (const name of sources.filter((each) => !fileContent.test(each))) {
    const code = readFileSync(join(EXCHANGE, name), 'utf8').replace(/\/\*[\s\S]*?\*\/|(?<!:)\/\/.*$/gmu, '');
    expect(code, name).not.toMatch(HAN);
  }
});
