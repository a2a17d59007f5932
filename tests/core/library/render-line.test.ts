import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Line, lineSchema } from '#contract/library/line.ts';
import { renderedVariantSchema } from '#contract/library.ts';
import { plainText, renderLine } from '#core/library/render-line.ts';
import { count } from '#tests/counts.ts';

const line = (standard: string, variables: Line['variables'] = named('customerName', 'replyTime')): Line =>
  ({ ...base, variables, variants: { standard, short: '好的。' } }) as Line;

const base = lineSchema.parse({
  kind: 'line',
  id: 'test/line',
  title: '试验',
  scene: 'test',
  channels: ['phone'],
  variants: { standard: '好的，这就办。', short: '好的。' },
  provenance: { owner: '值班长', effectiveFrom: '2026-11-01' },
});

function named(...names: string[]): Line['variables'] {
  const labels: Record<string, string> = { customerName: '称呼', replyTime: '答复时间' };
  return names.map((name) => ({ name, label: labels[name] ?? name, type: 'text' }));
}

const standardOf = (template: string, values: Record<string, string>, fragments?: Record<string, string>) => {
  const [standard] = renderLine(line(template), values, fragments);
  if (!standard) throw new Error('a line always has its standard variant');
  return standard;
};
const textOf = (template: string, values: Record<string, string> = {}, fragments?: Record<string, string>) =>
  plainText(standardOf(template, values, fragments));

/** Anything a person or a paste could bring: also template syntax, private-use characters and line breaks. */
const anyValue = fc
  .oneof(
    fc.string({ unit: 'binary', maxLength: 60 }),
    fc
      .array(fc.constantFrom('{{', '}}', '{%', '%}', '\u{E000}0\u{E001}', '\n', '〔称呼〕', '王', '<b>', "'", '|'))
      .map((all) => all.join('')),
  )
  .filter((value) => value.trim() !== '');

describe('renderLine', () => {
  it('keeps wording and filled gaps apart', () => {
    expect(
      standardOf('{{ customerName }}您好，{{ replyTime }}答复您。', { customerName: '王女士', replyTime: '明早九点' }),
    ).toEqual({
      variant: 'standard',
      missing: [],
      segments: [
        { text: '王女士', variable: 'customerName', state: 'filled' },
        { text: '您好，', state: 'wording' },
        { text: '明早九点', variable: 'replyTime', state: 'filled' },
        { text: '答复您。', state: 'wording' },
      ],
    });
  });

  it('shows a missing gap by its label, once in the list of what is missing', () => {
    const rendered = standardOf('{{ customerName }}，{{ customerName }}您好。', {});
    expect(plainText(rendered)).toBe('〔称呼〕，〔称呼〕您好。');
    expect(rendered.missing).toEqual(['customerName']);
  });

  it('takes a blank value for none', () => {
    expect(standardOf('{{ customerName }}您好。', { customerName: ' \n' }).missing).toEqual(['customerName']);
  });

  it('fills a gap by its default when nothing else is known, and says so', () => {
    const [standard] = renderLine(
      line('{{ replyTime }}答复。', [{ name: 'replyTime', label: '答复时间', type: 'time', default: '48小时内' }]),
      {},
    );
    expect(standard?.segments[0]).toEqual({ text: '48小时内', variable: 'replyTime', state: 'default' });
  });

  it('has one rendering for each variant the line has, in their order', () => {
    const all = { ...base, variants: { written: '书面。', short: '短。', standard: '标准的。', soothing: '安抚的。' } };
    expect(renderLine(all, {}).map(({ variant }) => variant)).toEqual(['standard', 'short', 'soothing', 'written']);
  });

  it('chooses by whether a variable is known', () => {
    const template = '{% if replyTime %}{{ replyTime }}答复您{% else %}定了时间就告诉您{% endif %}。';
    expect(textOf(template)).toBe('定了时间就告诉您。');
    expect(textOf(template, { replyTime: '今晚八点' })).toBe('今晚八点答复您。');
  });

  it('keeps a gap a gap through filters, and never lets a filter hide that it is missing', () => {
    expect(standardOf("{{ customerName | append: '女士' }}。", { customerName: '王' }).segments[0]).toEqual({
      text: '王女士',
      variable: 'customerName',
      state: 'filled',
    });
    expect(textOf("{{ '尊敬的' | append: customerName }}。")).toBe('〔称呼〕。');
    expect(standardOf("{{ customerName | default: '您' }}好。", {}).segments[0]?.state).toBe('default');
    expect(textOf('尾号{{ customerName | slice: -4, 4 }}。', { customerName: '13812345678' })).toBe('尾号5678。');
  });

  it('takes in fragments, with their gaps', () => {
    const rendered = standardOf(
      "您好。{% render 'sign-off' %}",
      { customerName: '李先生' },
      {
        'sign-off': '{{ customerName }}慢走。',
      },
    );
    expect(rendered.segments.map(({ text, state }) => [text, state])).toEqual([
      ['您好。', 'wording'],
      ['李先生', 'filled'],
      ['慢走。', 'wording'],
    ]);
  });

  it.each([
    '{{ nobody }}',
    "{% include 'x' %}",
    "{% layout 'x' %}",
    "{% render '/etc/passwd' %}",
    "{% render '../../package.json' %}",
    '{% render customerName %}',
    '{{ customerName.constructor }}',
    "{{ customerName['__proto__'] }}",
    '{{ customerName[replyTime] }}',
    '{% if customerName.valueOf %}x{% endif %}',
    '{% for i in (1..1000000) %}x{% endfor %}',
    '{% assign x = 1 %}',
    '{% capture x %}{% endcapture %}',
    '{{ customerName | date }}',
    '{{ customerName | json }}',
    '{{ customerName',
    '{% if customerName %}',
  ])('refuses %s', (template) => {
    expect(() => standardOf(template, { customerName: 'constructor', replyTime: 'constructor' })).toThrow();
  });

  it('refuses a fragment that takes itself in', () => {
    expect(() => textOf("{% render 'a' %}", {}, { a: "又{% render 'a' %}" })).toThrow();
  });

  it('does not read values from the prototype of what it is given', () => {
    const values = Object.create({ customerName: '冒名' }) as Record<string, string>;
    expect(standardOf('{{ customerName }}。', values).missing).toEqual(['customerName']);
  });

  it('brings any value out unchanged, in segments of its own, and the wording around it too', () => {
    fc.assert(
      fc.property(anyValue, anyValue, (customerName, replyTime) => {
        const rendered = standardOf('甲{{ customerName }}{{ replyTime }}乙{{ customerName }}', {
          customerName,
          replyTime,
        });
        expect(rendered.segments).toEqual([
          { text: '甲', state: 'wording' },
          { text: customerName, variable: 'customerName', state: 'filled' },
          { text: replyTime, variable: 'replyTime', state: 'filled' },
          { text: '乙', state: 'wording' },
          { text: customerName, variable: 'customerName', state: 'filled' },
        ]);
        expect(() => renderedVariantSchema.parse(rendered)).not.toThrow();
      }),
      { numRuns: count('renderedValues') },
    );
  });

  it('fills the gaps of a line with four variants in well under a millisecond', () => {
    const standard =
      '{{ customerName }}，您反映的情况我记下了，{% if replyTime %}{{ replyTime }}{% else %}今天{% endif %}给您回话。';
    const four = {
      ...line(standard),
      variants: { standard, short: `${standard}短`, soothing: `${standard}安`, written: `${standard}书` },
    };
    renderLine(four, {});
    const rounds = 500;
    const startMs = performance.now();
    for (let round = 0; round < rounds; round += 1)
      renderLine(four, { customerName: `客户${round}`, replyTime: '明天' });
    expect((performance.now() - startMs) / rounds).toBeLessThan(1);
  });
});
