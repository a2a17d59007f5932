import { describe, expect, it } from 'vitest';
import { type Entry, entrySchema } from '#contract/library/release.ts';
import { articles } from '#core/library/validate/articles.ts';
import type { Rule } from '#core/library/validate/fault.ts';
import { forbiddenInWording } from '#core/library/validate/forbidden-wording.ts';
import { fragments } from '#core/library/validate/fragments.ts';
import { incidentPlans } from '#core/library/validate/incident-plans.ts';
import { links } from '#core/library/validate/links.ts';
import { notices } from '#core/library/validate/notices.ts';
import { productSheets } from '#core/library/validate/product-sheets.ts';
import { rewordings } from '#core/library/validate/rewordings.ts';
import { stopPhrases, synonyms } from '#core/library/validate/synonyms.ts';
import { templates } from '#core/library/validate/templates.ts';
import { validateLibrary } from '#core/library/validate/validate-library.ts';
import { libraryOf, makeForbidden, makeLine, provenance, reasons } from './make-library.ts';

type Changes = Record<string, unknown>;
const make =
  (kind: string, base: Changes) =>
  (changes: Changes = {}) =>
    entrySchema.parse({ kind, id: `test/${kind.toLowerCase()}`, title: '试验', provenance, ...base, ...changes });

const fragment = make('fragment', { text: '有事找我。' });
const article = make('article', {
  scene: 'everyday',
  lawName: '试验条例',
  articleNo: '第三条',
  summary: '这一条讲的是试验里要用到的事。',
  effectiveFrom: '2020-01-01',
  status: 'inForce',
});
const old = (changes: Changes = {}) =>
  article({
    id: 'test/old',
    status: 'superseded',
    supersededOn: '2020-01-01',
    supersededBy: 'test/article',
    ...changes,
  });
const sheet = make('productSheet', {
  scene: 'everyday',
  asOf: '2026-11-01',
  plans: [
    { id: 'small', label: '小' },
    { id: 'large', label: '大' },
  ],
  features: [{ id: 'fee', label: '月费', values: [9, 19] }],
});
const planned = { caller: '值班长', post: '网络值班', reach: '热线', withinMinutes: 5 };
const plan = (changes: Changes = {}) =>
  make('incidentPlan', {
    ...{ scene: 'everyday', incidentKind: 'outage', level: 'serious', hours: 8, opening: '〔哪一片〕上不了网。' },
    ...{ speaker: 'everyone', speakerPost: '值班经理', speakerReach: '手机', readWithinMinutes: 15 },
    ...{ lines: ['test/notice'], contacts: [planned] },
  })(changes);
const notice = make('notice', {
  scene: 'everyday',
  scope: { channels: ['phone'] },
  period: { from: '2026-11-22T08:00', to: '2026-11-23T20:00' },
  variants: { standard: '光缆断了，师傅正在接。', short: '正在接。' },
  contact: { post: '值班经理', reach: '内线' },
});
const words = make('synonyms', { groups: [{ term: '信号', colloquial: ['格数'] }] });
const group = (term: string, ...colloquial: string[]) => ({ term, colloquial });
const stops = make('stopPhrases', { phrases: ['我就想问'] });
const pairs = make('rewording', {
  scene: 'everyday',
  pairs: [{ from: '修不了。', to: '明早修。', principle: 'canFirst' }],
});
const rendering = (id: string, changes: Changes = {}) =>
  makeLine({
    variants: { standard: `您坐，我来看。{% render '${id}' %}`, short: '我来看。' },
    fragments: [id],
    ...changes,
  });
const phone = { name: 'phone', label: '电话', type: 'digits' };

const cases: [name: string, rule: Rule, entries: Entry[], reason: RegExp][] = [
  [
    'a fragment that is not listed',
    fragments,
    [rendering('test/fragment', { fragments: [] }), fragment()],
    /not listed/,
  ],
  [
    'a fragment that is listed in vain',
    fragments,
    [rendering('test/fragment'), makeLine({ id: 'test/b', fragments: ['test/fragment'] }), fragment()],
    /taken in by no text/,
  ],
  ['a fragment nobody takes in', fragments, [fragment()], /nothing takes this fragment in/],
  [
    'a fragment that is not named outright',
    fragments,
    [makeLine({ variants: { standard: '您坐。{% render which %}', short: '坐。' } })],
    /outright/,
  ],
  [
    'a fragment that cannot be read',
    fragments,
    [rendering('test/fragment'), fragment({ text: '您好{% if %}。' })],
    /cannot be read/,
  ],
  [
    'a fragment that takes itself in',
    fragments,
    [rendering('test/fragment'), fragment({ text: "好。{% render 'test/fragment' %}", fragments: ['test/fragment'] })],
    /takes itself in/,
  ],
  [
    'a link to a fragment that is none',
    links,
    [rendering('test/other'), makeLine({ id: 'test/other' })],
    /here belongs fragment/,
  ],
  [
    'a gap of a fragment that the line does not declare',
    templates,
    [rendering('test/fragment'), fragment({ text: '打{{ phone }}。', variables: [phone] })],
    /phone is used but not declared/,
  ],
  [
    'a line on a superseded article',
    articles,
    [makeLine({ basis: ['test/old'] }), article(), old()],
    /superseded on 2020-01-01; look at test\/article/,
  ],
  ['a notice on a superseded article', articles, [notice({ basis: ['test/old'] }), article(), old()], /superseded/],
  ['a superseded article without a day', articles, [article(), old({ supersededOn: undefined })], /since when/],
  [
    'a superseded article without a successor or a note',
    articles,
    [old({ supersededBy: undefined })],
    /names its successor/,
  ],
  [
    'an article in force with a successor',
    articles,
    [article({ supersededBy: 'test/old' }), old({ supersededBy: undefined, note: '没有后继。' })],
    /in force was not superseded/,
  ],
  [
    'a link to an article that is none',
    links,
    [article({ supersededBy: 'test/line' }), makeLine()],
    /here belongs article/,
  ],
  [
    'a row with a cell too few',
    productSheets,
    [sheet({ features: [{ id: 'fee', label: '月费', values: [9] }] })],
    /1 cells for 2 plans/,
  ],
  ['an empty cell', productSheets, [sheet({ features: [{ id: 'fee', label: '月费', values: [9, ' '] }] })], /is empty/],
  [
    'two plans with one id',
    productSheets,
    [
      sheet({
        plans: [
          { id: 'small', label: '小' },
          { id: 'small', label: '大' },
        ],
      }),
    ],
    /small exists twice in plans/,
  ],
  [
    'a plan with nothing but lines',
    incidentPlans,
    [makeLine({ id: 'test/line' }), plan({ lines: ['test/line'] })],
    /one notice at least/,
  ],
  [
    'a plan looser than its notice about who may speak',
    incidentPlans,
    [notice({ speaker: 'spokesperson', othersSay: 'test/line' }), plan({ speaker: 'lead' })],
    /for the spokesperson only/,
  ],
  [
    'a call by somebody whom nobody has called',
    incidentPlans,
    [notice(), plan({ contacts: [planned, { ...planned, caller: '法务', post: '值班经理' }] })],
    /tree is broken/,
  ],
  [
    'a fallback that is the one who did not answer',
    incidentPlans,
    [notice(), plan({ contacts: [{ ...planned, fallback: { post: '网络值班', reach: '手机' } }] })],
    /did not answer/,
  ],
  ['the same call twice', incidentPlans, [notice(), plan({ contacts: [planned, planned] })], /twice/],
  [
    'a notice that ends before it begins',
    notices,
    [notice({ period: { from: '2026-11-22T08:00', to: '2026-11-22T07:59' } })],
    /ends before it begins/,
  ],
  [
    'a notice on a day that does not exist',
    notices,
    [notice({ period: { from: '2027-02-30T08:00', to: '2027-03-02T08:00' } })],
    /no day 2027-02-30/,
  ],
  [
    'a notice that stands for ever',
    notices,
    [notice({ period: { from: '2026-11-22T08:00', to: '2027-11-22T08:00' } })],
    /90 days at most/,
  ],
  [
    'a notice that outlives its expiry',
    notices,
    [notice({ provenance: { ...provenance, expiresOn: '2026-11-22' } })],
    /ends after it expires/,
  ],
  [
    'a notice before it is in effect',
    notices,
    [notice({ provenance: { ...provenance, effectiveFrom: '2026-11-23' } })],
    /before it is in effect/,
  ],
  [
    'a notice for a scene that is none',
    notices,
    [notice({ scope: { channels: ['phone'], scenes: ['test/moon'] } })],
    /no scene test\/moon/,
  ],
  ['a notice that leaves the others without a word', notices, [notice({ speaker: 'spokesperson' })], /othersSay/],
  ['a word for others where there are none', notices, [notice({ othersSay: 'test/line' }), makeLine()], /no others/],
  ['a grave notice that tells nobody', notices, [notice({ level: 'major' })], /who must be told/],
  ['a link of a notice to nothing', links, [notice({ lines: ['test/gone'] })], /no entry test\/gone/],
  [
    'one term twice',
    synonyms,
    [words({ groups: [group('信号', '格数'), group('信号', '满格')] })],
    /a term of test\/synonyms already/,
  ],
  [
    'one name twice below a term',
    synonyms,
    [words({ groups: [group('信号', '格数', '格数')] })],
    /信号 ← 格数 stands in/,
  ],
  [
    'a held-out pair that the search knows',
    synonyms,
    [words(), words({ id: 'test/held', heldOut: true })],
    /信号 ← 格数 stands in test\/synonyms/,
  ],
  ['a term that is its own name', synonyms, [words({ groups: [group('信号', '信号')] })], /its own name/],
  ['one stop-phrase twice', stopPhrases, [stops(), stops({ id: 'test/more' })], /already/],
  ['a stop-phrase that is a name', stopPhrases, [stops({ phrases: ['格数'] }), words()], /search would pass over it/],
  [
    'a pair that changes nothing',
    rewordings,
    [pairs({ pairs: [{ from: '修不了。', to: '修不了。', principle: 'ownIt' }] })],
    /changes nothing/,
  ],
  [
    'one wording reworded twice',
    rewordings,
    [pairs(), pairs({ id: 'test/more' })],
    /reworded in test\/rewording already/,
  ],
  [
    'a rewording that must not be said',
    forbiddenInWording,
    [pairs({ pairs: [{ from: '修不了。', to: '不归我管。', principle: 'ownIt' }] }), makeForbidden()],
    /is forbidden by/,
  ],
  [
    'a notice that must not be said',
    forbiddenInWording,
    [notice({ variants: { standard: '这事不归我管。', short: '等。' } }), makeForbidden()],
    /is forbidden by/,
  ],
];

describe('the rules on the further kinds', () => {
  it.each(cases)('find %s', (_, rule, entries, reason) => {
    const found = reasons(rule(libraryOf(...entries)));
    expect(found).toHaveLength(1);
    expect(found[0]).toMatch(reason);
  });

  it('find two groups that lead to one another', () => {
    const round = words({ groups: [group('信号', '格数'), group('格数', '信号')] });
    expect(reasons(synonyms(libraryOf(round)))).toEqual([
      '信号 is a name of 格数, and 格数 one of 信号: write one group',
      '格数 is a name of 信号, and 信号 one of 格数: write one group',
    ]);
  });

  it('find articles whose successors lead back to themselves', () => {
    const library = libraryOf(old({ supersededBy: 'test/older' }), old({ id: 'test/older', supersededBy: 'test/old' }));
    expect(reasons(articles(library))).toEqual([
      'its successors lead back to itself',
      'its successors lead back to itself',
    ]);
  });

  it('let a withdrawn line keep the superseded article it once rested on', () => {
    const withdrawn = makeLine({ basis: ['test/old'], provenance: { ...provenance, review: 'withdrawn' } });
    expect(articles(libraryOf(withdrawn, article(), old()))).toEqual([]);
  });

  it('leave sound entries of every kind alone', () => {
    const line = rendering('test/fragment', { basis: ['test/article'], related: ['test/productsheet', 'test/notice'] });
    const further = [fragment(), article(), old(), sheet(), notice(), words(), stops(), pairs(), makeForbidden()];
    const steps = make('stepList', {
      scene: 'everyday',
      aim: '一步一步来。',
      steps: [{ do: '起身微笑', say: 'test/line' }, { do: '请坐' }],
    });
    expect(validateLibrary(libraryOf(line, steps(), ...further))).toEqual([]);
  });
});
