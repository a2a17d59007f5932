import { describe, expect, it } from 'vitest';
import { type Entry, entrySchema } from '#contract/library/release.ts';
import { links } from '#core/library/validate/links.ts';
import { scenarios } from '#core/library/validate/scenarios.ts';
import { libraryOf, makeLine, provenance, reasons } from './make-library.ts';

type Part = Record<string, unknown> & { id: string };

const answer = (id: string, to: string, changes: Record<string, unknown> = {}) => ({
  id,
  text: '您坐，慢慢说。',
  quality: 'good',
  temper: -1,
  to,
  ...changes,
});
const turn = (id: string, answers: unknown[], changes: Record<string, unknown> = {}): Part => ({
  id,
  stage: 'accept',
  says: '怎么又扣我钱！',
  needs: ['acknowledge'],
  answers,
  ...changes,
});
const ending = (id: string, quality: string): Part => ({
  id,
  title: '这样结束',
  quality,
  says: '行吧。',
  lesson: '先听完再说。',
});

const poor = (to: string) => answer('cold', to, { text: '不知道。', quality: 'poor', temper: 2 });
const fair = (to: string) => answer('slow', to, { text: '回头给您查查。', quality: 'fair', temper: 0 });
const soundTurns = () => [
  turn('opening', [answer('hear', 'second', { reveals: ['shop'], line: 'test/line' }), poor('left')]),
  turn('second', [answer('when', 'calm'), poor('doubt')], { silence: { to: 'doubt' } }),
];
const soundEndings = () => [ending('calm', 'good'), ending('doubt', 'fair'), ending('left', 'poor')];

const customer = { name: '周先生', channel: 'counter', manner: 'upset', temper: 4, wants: '把钱退回来' };

function makeScenario(turns: Part[], changes: Record<string, unknown> = {}): Entry {
  return entrySchema.parse({
    kind: 'scenario',
    id: 'test/scenario',
    title: '扣了两次',
    scene: 'everyday',
    briefing: '一位客户走到柜台前。',
    customer,
    facts: [{ id: 'shop', text: '两笔是同一家店。' }],
    turns,
    endings: soundEndings(),
    provenance,
    ...changes,
  });
}

const found = (turns: Part[], changes: Record<string, unknown> = {}) =>
  reasons(scenarios(libraryOf(makeScenario(turns, changes), makeLine())));

describe('the rule on scenarios', () => {
  it('leaves a sound scenario alone', () => {
    const library = libraryOf(makeScenario(soundTurns()), makeLine());
    expect([scenarios, links].flatMap((rule) => rule(library))).toEqual([]);
  });

  it('takes an ending that only a customer who stays furious comes to', () => {
    const [opening, second] = soundTurns() as [Part, Part];
    const loud = turn('loud', [answer('hear', 'second'), poor('left')]);
    const turns = [{ ...opening, answers: [...(opening['answers'] as unknown[]), { ...poor('loud'), id: 'shout' }] }];
    const endings = [...soundEndings(), ending('storm', 'poor')];
    expect(found([...turns, loud, second] as Part[], { endings, storms: 'storm' })).toEqual([]);
    expect(found([...turns, loud, second] as Part[], { endings })[0]).toMatch(/nothing leads to the ending storm/);
  });

  const [opening, second] = soundTurns() as [Part, Part];
  it.each<[string, Part[], Record<string, unknown>, RegExp]>([
    [
      'a turn and an ending with one id',
      [opening, second],
      { endings: [...soundEndings(), ending('second', 'fair')] },
      /second is the id of two/,
    ],
    [
      'an answer that leads nowhere',
      [opening, turn('second', [answer('when', 'gone'), poor('doubt')])],
      {},
      /leads to gone/,
    ],
    ['silence that leads nowhere', [opening, { ...second, silence: { to: 'gone' } }], {}, /silence leads to gone/],
    [
      'two answers with one id',
      [opening, turn('second', [answer('cold', 'calm'), poor('doubt')])],
      {},
      /two answers with one id/,
    ],
    [
      'a turn without a good answer',
      [opening, turn('second', [poor('doubt'), { ...poor('calm'), id: 'worse' }])],
      {},
      /no good answer/,
    ],
    [
      'an unknown fact',
      [opening, turn('second', [answer('when', 'calm', { reveals: ['moon'] }), poor('doubt')])],
      {},
      /brings out moon/,
    ],
    [
      'a fact nobody can bring out',
      [opening, second],
      {
        facts: [
          { id: 'shop', text: '同一家店。' },
          { id: 'late', text: '昨天的事。' },
        ],
      },
      /no answer brings out late/,
    ],
    ['a storm that leads nowhere', [opening, second], { storms: 'gone' }, /storms leads to gone, which is no ending/],
    ['a storm that ends well', [opening, second], { storms: 'calm' }, /calm is good/],
    [
      'a storm that nothing brings about',
      [opening, second],
      { storms: 'left', customer: { ...customer, temper: 1 } },
      /nobody ever storms off/,
    ],
    [
      'endings that are all well',
      [opening, second],
      { endings: soundEndings().map((each) => ({ ...each, quality: 'good' })) },
      /no ending is poor/,
    ],
    [
      'a turn nothing leads to',
      [opening, second, turn('island', [answer('when', 'calm'), poor('doubt')])],
      {},
      /leads to the turn island/,
    ],
    [
      'an ending nothing leads to',
      [opening, second],
      { endings: [...soundEndings(), ending('island', 'fair')] },
      /leads to the ending island/,
    ],
  ])('finds %s', (_, turns, changes, reason) => {
    const [first, ...others] = found(turns, changes);
    expect(first).toMatch(reason);
    expect(others).toEqual([]);
  });

  it.each<[string, Part[], Record<string, unknown>, string]>([
    [
      'good answers that end badly',
      [opening, turn('second', [answer('when', 'left'), fair('calm'), poor('doubt')])],
      {},
      'the best answers do not end well',
    ],
    [
      'good answers that leave the customer as angry as before',
      [
        turn('opening', [answer('hear', 'second', { reveals: ['shop'], temper: 1 }), poor('left')]),
        turn('second', [answer('when', 'calm', { temper: -1 }), poor('doubt')]),
      ],
      {},
      'the best answers leave the customer no calmer',
    ],
    [
      'rudeness that ends well',
      [
        turn('opening', [answer('hear', 'second', { reveals: ['shop'] }), poor('second'), fair('left')]),
        turn('second', [answer('when', 'calm'), poor('doubt')]),
      ],
      {},
      'the worst answers do not end badly',
    ],
    [
      'a scenario without a middle way',
      [opening, second],
      { endings: [ending('calm', 'good'), ending('doubt', 'poor'), ending('left', 'poor')] },
      'no ending is fair: there is no middle way',
    ],
    [
      'an answer that leaves out a stage',
      [opening, { ...second, stage: 'resolve' }],
      {},
      'leads from accept over a stage to second',
    ],
  ])('finds %s', (_, turns, changes, reason) => {
    expect(found(turns, changes)).toEqual([reason]);
  });

  it('finds turns from which no ending is reached', () => {
    const round = [
      turn('opening', [answer('hear', 'second', { reveals: ['shop'] }), poor('left'), answer('on', 'lost')]),
      second,
      turn('lost', [answer('again', 'lost'), poor('lost')]),
    ];
    expect(found(round)).toEqual(['from lost no ending is reached']);
  });

  it('wants three endings, and the lines of the answers to exist', () => {
    expect(() => makeScenario(soundTurns(), { endings: soundEndings().slice(1) })).toThrow();
    expect(reasons(links(libraryOf(makeScenario(soundTurns()))))).toEqual(['there is no entry test/line']);
  });
});
