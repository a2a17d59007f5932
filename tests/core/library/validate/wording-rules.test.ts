import { describe, expect, it } from 'vitest';
import type { Rule } from '#core/library/validate/fault.ts';
import { forbiddenExamples, forbiddenInWording, forbiddenPatterns } from '#core/library/validate/forbidden-wording.ts';
import { links, scenes } from '#core/library/validate/links.ts';
import { nearDuplicates, trigrams } from '#core/library/validate/near-duplicates.ts';
import { sentenceLength } from '#core/library/validate/sentence-length.ts';
import { templates, variableTypes } from '#core/library/validate/templates.ts';
import { typography } from '#core/library/validate/typography.ts';
import { uniqueIds } from '#core/library/validate/unique-ids.ts';
import { rules, validateLibrary } from '#core/library/validate/validate-library.ts';
import { variants } from '#core/library/validate/variants.ts';
import { libraryOf, makeForbidden, makeLine, reasons, shipped } from './make-library.ts';

const customerName = { name: 'customerName', label: '称呼', type: 'customerName' };
const saying = (standard: string, more: Record<string, unknown> = {}) =>
  makeLine({ variants: { standard, short: '好。' }, ...more });

/** Every rule, what makes it fire, and what it then says. */
const cases: [name: string, rule: Rule, library: ReturnType<typeof libraryOf>, reason: RegExp][] = [
  ['two entries with one id', uniqueIds, libraryOf(makeLine(), makeLine()), /another entry has the id/],
  ['an id of another pack', uniqueIds, libraryOf(makeLine({ id: 'other/line' })), /begins with test\//],
  ['a link to nothing', links, libraryOf(makeLine({ related: ['test/gone'] })), /there is no entry test\/gone/],
  ['a link to itself', links, libraryOf(makeLine({ related: ['test/line'] })), /links to itself/],
  [
    'a link to the wrong kind',
    links,
    libraryOf(makeLine({ forbidden: ['test/other'] }), makeLine({ id: 'test/other' })),
    /is a line; here belongs forbidden/,
  ],
  [
    'one link given twice',
    links,
    libraryOf(makeLine({ forbidden: ['test/forbidden', 'test/forbidden'] }), makeForbidden()),
    /listed twice/,
  ],
  ['a basis that no article holds', links, libraryOf(makeLine({ basis: ['test/article'] })), /there is no entry/],
  [
    'a replacement that is gone',
    links,
    libraryOf(makeLine({ provenance: { owner: '值班长', effectiveFrom: '2026-11-01', replacedBy: 'test/gone' } })),
    /there is no entry test\/gone/,
  ],
  ['a scene its pack does not name', scenes, libraryOf(makeLine({ scene: 'moon' })), /no scene moon/],
  [
    'a variable that is not declared',
    templates,
    libraryOf(saying('{{ customerName }}您好。')),
    /used but not declared/,
  ],
  [
    'a variable that is not used',
    templates,
    libraryOf(makeLine({ variables: [customerName] })),
    /declared but never used/,
  ],
  [
    'a variable declared twice',
    templates,
    libraryOf(saying('{{ customerName }}您好。', { variables: [customerName, customerName] })),
    /declared twice/,
  ],
  ['a template that does not parse', templates, libraryOf(saying('您好{% if %}。')), /cannot be read/],
  ['a fragment that does not exist', templates, libraryOf(saying("您好。{% render 'gone' %}")), /cannot be read/],
  [
    'a short variant that is not shorter',
    variants,
    libraryOf(makeLine({ variants: { standard: '我来看。', short: '您坐，我来看。' } })),
    /not shorter/,
  ],
  [
    'a variant that repeats another',
    variants,
    libraryOf(makeLine({ variants: { standard: '您坐，我来看。', short: '我来看。', soothing: '我来看。' } })),
    /repeats another/,
  ],
  [
    'a short variant that is not shorter, in English',
    variants,
    libraryOf(makeLine({ variants: { standard: 'One moment.', short: 'One moment, please.' } })),
    /not shorter/,
  ],
  [
    'an English sentence of 36 words',
    sentenceLength,
    libraryOf(saying(`I am here. ${'so '.repeat(35)}long.`)),
    /at most 35 words, this one 36/,
  ],
  [
    'English wording without an end',
    typography,
    libraryOf(makeLine({ variants: { standard: 'One moment, please.', short: 'One moment' } })),
    /ends without \. ! or \?/,
  ],
  [
    'a variable of two types',
    variableTypes,
    libraryOf(
      saying('{{ customerName }}您好。', { variables: [customerName] }),
      saying('{{ customerName }}请坐。', { id: 'test/other', variables: [{ ...customerName, type: 'place' }] }),
    ),
    /of the type place here and customerName in test\/line/,
  ],
  ['a blank between hanzi', typography, libraryOf(saying('您坐， 我来看。')), /blank stands between hanzi/],
  ['half-width punctuation', typography, libraryOf(saying('您坐,我来看。')), /half-width/],
  ['wording without an end', typography, libraryOf(saying('您坐，我来看')), /ends without/],
  [
    'a sentence of 61 hanzi',
    sentenceLength,
    libraryOf(saying(`${'说'.repeat(61)}。`)),
    /at most 60 hanzi, this one 61/,
  ],
  [
    'a sentence whose gap makes it too long',
    sentenceLength,
    libraryOf(saying(`{{ customerName }}${'说'.repeat(59)}。`, { variables: [customerName] })),
    /this one 61/,
  ],
  [
    'two lines that differ only in a name and a number',
    nearDuplicates,
    libraryOf(
      saying('王女士，您的单子已经立好了，三天内我打电话告诉您结果。'),
      saying('李先生，您的单子已经立好了，5天内我打电话告诉您结果。', { id: 'test/other' }),
    ),
    /nearly the same wording as test\/line/,
  ],
  [
    'a forbidden phrase in a line',
    forbiddenInWording,
    libraryOf(makeForbidden(), saying('这件事不归我管，您再看看。')),
    /「不归我管」 is forbidden by test\/forbidden/,
  ],
  [
    'a forbidden phrase in a rewording',
    forbiddenInWording,
    libraryOf(makeForbidden({ rewording: '这也不归我管。' })),
    /is forbidden by/,
  ],
  [
    'an example the rule does not flag',
    forbiddenExamples,
    libraryOf(makeForbidden({ fails: ['你去问别人。'] })),
    /does not flag its own example/,
  ],
  [
    'an example the rule flags wrongly',
    forbiddenExamples,
    libraryOf(makeForbidden({ passes: ['这话不归我管谁管。'] })),
    /flags what it must leave alone/,
  ],
  [
    'a rule whose example only another, longer rule would flag',
    forbiddenExamples,
    libraryOf(
      makeForbidden({ fails: ['这真不关我的事。'] }),
      makeForbidden({ id: 'test/longer', matchers: [{ phrase: '这真不关我的事' }], fails: ['这真不关我的事。'] }),
    ),
    /does not flag its own example/,
  ],
  [
    'a pattern that could hang',
    forbiddenPatterns,
    libraryOf(makeForbidden({ matchers: [{ pattern: '(?:不|没)*(?:归|关)*(?:我|你)*管' }] })),
    /ways/,
  ],
  [
    'a pattern that does not compile',
    forbiddenPatterns,
    libraryOf(makeForbidden({ matchers: [{ pattern: '(不' }] })),
    /open/,
  ],
];

describe('the rules on wording', () => {
  it.each(cases)('find %s', (_, rule, library, reason) => {
    const found = reasons(rule(library));
    expect(found).toHaveLength(1);
    expect(found[0]).toMatch(reason);
  });

  it('leave a sound library alone', () => {
    const library = libraryOf(makeForbidden(), makeLine({ forbidden: ['test/forbidden'] }));
    expect(validateLibrary(library)).toEqual([]);
  });

  it('do not measure the sentences of the written variant', () => {
    const written = `${'写'.repeat(80)}。`;
    expect(
      sentenceLength(libraryOf(makeLine({ variants: { standard: '您坐，我看。', short: '我看。', written } }))),
    ).toEqual([]);
  });

  it('say nothing about texts while a pattern is unsound, for no lint can be made of it', () => {
    const library = libraryOf(makeForbidden({ matchers: [{ pattern: '(不' }] }), saying('这件事不归我管。'));
    expect(validateLibrary(library).map(({ rule }) => rule)).toEqual(['forbiddenPatterns']);
  });
});

describe('the packs that ship', () => {
  it('load without a fault and hold lines, courtesy and forbidden phrases', () => {
    expect(shipped.faults).toEqual([]);
    const kinds = new Set(shipped.entries.map(({ entry }) => entry.kind));
    expect([...kinds]).toEqual(expect.arrayContaining(['line', 'courtesy', 'forbidden']));
  });

  it.each(
    [...rules, forbiddenExamples, forbiddenInWording].map(
      (rule, index) => [rule.name || `rule ${index}`, rule] as const,
    ),
  )('are sound by %s', (_, rule) => {
    expect(rule(shipped)).toEqual([]);
  });
});

describe('trigrams', () => {
  it('are the same whatever names, numbers, gaps and punctuation stand in the wording', () => {
    expect(trigrams('{{ customerName }}，三天内回您电话。')).toEqual(trigrams('王女士三十天内，回您电话！'));
  });
});
