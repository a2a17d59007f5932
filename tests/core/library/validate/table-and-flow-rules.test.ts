import { describe, expect, it } from 'vitest';
import { type Entry, entrySchema } from '#contract/library/release.ts';
import { captureFields } from '#core/library/validate/capture-fields.ts';
import { decisionTables } from '#core/library/validate/decision-tables.ts';
import { flows } from '#core/library/validate/flows.ts';
import { links, scenes } from '#core/library/validate/links.ts';
import { libraryOf, makeLine, provenance, reasons } from './make-library.ts';

type Node = Record<string, unknown> & { id: string };

const question = (id: string, to: string, unsureTo: string): Node => ({
  type: 'question',
  id,
  ask: '在别的地方能打通吗？',
  answers: [
    { id: 'yes', label: '能', to },
    { id: 'unsure', label: '说不清', cannotTell: true, to: unsureTo },
  ],
});
const finding = (id: string, notAccepted?: string, type = notAccepted ? 'explain' : 'escalate'): Node => ({
  type: 'finding',
  id,
  title: '报网络查证',
  line: 'test/line',
  action: { type, label: '立单查证' },
  ...(notAccepted ? { notAccepted } : {}),
});

/** Ask → report, or look again → report; report not accepted → lead. */
const soundNodes = (): Node[] => [
  question('ask', 'report', 'again'),
  question('again', 'report', 'lead'),
  finding('report', 'lead'),
  finding('lead'),
];

function makeTable(nodes: Node[], changes: Record<string, unknown> = {}): Entry {
  return entrySchema.parse({
    kind: 'decisionTable',
    id: 'test/table',
    title: '试验的判定',
    scene: 'everyday',
    category: 'network',
    start: 'ask',
    nodes,
    provenance,
    ...changes,
  });
}

const withNode = (changed: Node) => soundNodes().map((node) => (node.id === changed.id ? changed : node));
const place = { id: 'place', label: '地点', type: 'text' };

describe('the rule on decision tables', () => {
  it('leaves a complete table alone', () => {
    const library = libraryOf(makeTable(soundNodes()), makeLine());
    expect([decisionTables, links, scenes].flatMap((rule) => rule(library))).toEqual([]);
  });

  it.each<[string, Entry, RegExp]>([
    ['a start that is no node', makeTable(soundNodes(), { start: 'gone' }), /starts at gone/],
    ['two nodes with one id', makeTable([...soundNodes(), finding('lead')]), /lead exists twice/],
    ['an answer that leads nowhere', makeTable(withNode(question('ask', 'gone', 'again'))), /leads to gone/],
    [
      'a question without 「cannot tell」',
      makeTable(
        withNode({
          ...question('ask', 'report', 'again'),
          answers: [
            { id: 'yes', label: '能', to: 'report' },
            { id: 'no', label: '不能', to: 'again' },
          ],
        }),
      ),
      /exactly one answer with cannotTell, it has 0/,
    ],
    [
      'two answers with one id',
      makeTable(
        withNode({
          ...question('ask', 'report', 'again'),
          answers: [
            { id: 'yes', label: '能', to: 'report' },
            { id: 'yes', label: '说不清', cannotTell: true, to: 'again' },
          ],
        }),
      ),
      /two answers with one id/,
    ],
    [
      'a finding that leaves an unwilling customer alone',
      makeTable(withNode(finding('lead', undefined, 'workOrder'))),
      /only escalate or close may end so/,
    ],
    ['a fallback that is no node', makeTable(withNode(finding('report', 'gone'))), /falls back to gone/],
    [
      'a field the table does not have',
      makeTable(withNode({ ...finding('lead'), fields: ['place', 'floor'] }), { fields: [place] }),
      /needs the field floor/,
    ],
    ['a field id that exists twice', makeTable(soundNodes(), { fields: [place, place] }), /a field id exists twice/],
    ['a node nothing leads to', makeTable([...soundNodes(), finding('island')]), /no answer leads to island/],
  ])('finds %s', (_, table, reason) => {
    const found = reasons(decisionTables(libraryOf(table, makeLine())));
    expect(found).toHaveLength(1);
    expect(found[0]).toMatch(reason);
  });

  it('finds a loop without an exit, at every node of it', () => {
    const round = [question('ask', 'again', 'again'), question('again', 'ask', 'ask'), finding('lead')];
    const found = reasons(decisionTables(libraryOf(makeTable(round), makeLine())));
    expect(found).toEqual([
      'from ask nothing leads to an end',
      'from again nothing leads to an end',
      'no answer leads to lead',
    ]);
  });

  it('finds a round in which somebody who can tell nothing is caught, although others get out', () => {
    const found = reasons(
      decisionTables(libraryOf(makeTable(withNode(question('again', 'report', 'ask'))), makeLine())),
    );
    expect(found).toEqual([
      'who cannot tell and accepts nothing goes round in circles from ask',
      'who cannot tell and accepts nothing goes round in circles from again',
    ]);
  });

  it('wants lines at its findings', () => {
    expect(reasons(links(libraryOf(makeTable(soundNodes()))))).toEqual([
      'there is no entry test/line',
      'there is no entry test/line',
    ]);
  });
});

const stage = (name: string, changes: Record<string, unknown> = {}) => ({
  stage: name,
  goal: '把这一步做完',
  required: [{ id: 'listen', label: '听客户说完' }],
  suggested: ['test/line'],
  exit: name === 'resolve' ? { outcome: true } : {},
  ...changes,
});
const soundStages = () => ['accept', 'clarify', 'resolve', 'followUp'].map((name) => stage(name));
const withStage = (changed: { stage: string }) =>
  soundStages().map((each) => (each.stage === changed.stage ? changed : each));

function makeFlow(stages: unknown[], changes: Record<string, unknown> = {}): Entry {
  return entrySchema.parse({
    kind: 'flow',
    id: 'test/flow',
    title: '试验的流程',
    scene: 'everyday',
    stages,
    outcomes: [
      { id: 'solved', label: '当场解决' },
      { id: 'order', label: '转工单', needsWorkOrder: true },
    ],
    provenance,
    ...changes,
  });
}

describe('the rule on flows', () => {
  it('leaves a complete flow alone', () => {
    const library = libraryOf(makeFlow(soundStages()), makeLine());
    expect([flows, links, scenes].flatMap((rule) => rule(library))).toEqual([]);
  });

  it.each<[string, Entry, RegExp]>([
    [
      'a step id that exists twice',
      makeFlow(withStage(stage('accept', { forbidden: [{ id: 'listen', label: '打断客户' }] }))),
      /step id exists twice in accept/,
    ],
    [
      'a field captured in two places',
      makeFlow(
        soundStages().map((each) => ({
          ...each,
          fields: each.stage === 'accept' || each.stage === 'clarify' ? [place] : [],
        })),
      ),
      /field place is captured in two places/,
    ],
    [
      'an exit that waits for a field of a later stage',
      makeFlow(
        soundStages().map((each) =>
          each.stage === 'accept'
            ? { ...each, exit: { fields: ['place'] } }
            : each.stage === 'clarify'
              ? { ...each, fields: [place] }
              : each,
        ),
      ),
      /accept cannot be left: it waits for the field place/,
    ],
    [
      'an exit that waits for a table nobody can start',
      makeFlow(withStage(stage('clarify', { exit: { tableFinished: true } }))),
      /none can be started/,
    ],
    [
      'a way out of resolve without an outcome',
      makeFlow(withStage(stage('resolve', { exit: {} }))),
      /only be left with an outcome/,
    ],
    [
      'two outcomes with one id',
      makeFlow(soundStages(), {
        outcomes: [
          { id: 'solved', label: '当场解决' },
          { id: 'solved', label: '转工单' },
        ],
      }),
      /outcome id exists twice/,
    ],
  ])('finds %s', (_, flow, reason) => {
    const found = reasons(flows(libraryOf(flow, makeLine())));
    expect(found).toHaveLength(1);
    expect(found[0]).toMatch(reason);
  });

  it('finds stages in another order', () => {
    const [accept, clarify, resolve, followUp] = soundStages();
    const found = reasons(flows(libraryOf(makeFlow([clarify, accept, resolve, followUp]), makeLine())));
    expect(found).toEqual(['stage 1 of a flow is accept, not clarify', 'stage 2 of a flow is clarify, not accept']);
  });

  it('wants its suggested lines and tables to exist', () => {
    const flow = makeFlow(withStage(stage('clarify', { suggested: ['test/gone'], tables: ['test/line'] })));
    expect(reasons(links(libraryOf(flow, makeLine())))).toEqual([
      'there is no entry test/gone',
      'test/line is a line; here belongs decisionTable',
    ]);
  });
});

describe('the rule on what is captured', () => {
  const choice = {
    id: 'where',
    label: '室内还是室外',
    type: 'choice',
    options: [
      { id: 'in', label: '室内' },
      { id: 'out', label: '室外' },
    ],
  };
  const tableWith = (...fields: unknown[]) => makeTable(soundNodes(), { fields });

  it.each<[string, unknown[], RegExp]>([
    [
      'a choice with one option',
      [{ ...choice, options: [{ id: 'in', label: '室内' }] }],
      /at least two different options/,
    ],
    ['a field that fills a variable no line has', [{ ...place, fills: 'moon' }], /fills moon/],
    [
      'a condition on a field that is not there',
      [{ ...place, onlyIf: { field: 'where', is: 'in' } }],
      /waits for the field where/,
    ],
    ['a condition on itself', [{ ...place, onlyIf: { field: 'place', is: 'in' } }], /waits for the field place/],
    [
      'a condition that never holds',
      [choice, { ...place, onlyIf: { field: 'where', is: 'roof' } }],
      /none of its options/,
    ],
  ])('finds %s', (_, fields, reason) => {
    const found = reasons(captureFields(libraryOf(tableWith(...fields), makeLine())));
    expect(found).toHaveLength(1);
    expect(found[0]).toMatch(reason);
  });

  it('leaves fields alone that can be asked and used, in flows too', () => {
    const fields = [choice, { ...place, fills: 'place', onlyIf: { field: 'where', is: 'in' } }];
    const line = makeLine({ variables: [{ name: 'place', label: '地点', type: 'place' }] });
    const flow = makeFlow(withStage(stage('clarify', { fields })));
    expect(captureFields(libraryOf(tableWith(...fields), flow, line))).toEqual([]);
  });

  it('wants the lines that ask for a field, and those that soothe, to exist', () => {
    const flow = makeFlow(withStage(stage('accept', { fields: [{ ...place, askWith: 'test/gone' }] })), {
      soothing: ['test/lost'],
    });
    expect(reasons(links(libraryOf(flow, makeLine())))).toEqual([
      'there is no entry test/lost',
      'there is no entry test/gone',
    ]);
    const table = tableWith({ ...place, askWith: 'test/away' });
    expect(reasons(links(libraryOf(table, makeLine())))).toEqual(['there is no entry test/away']);
  });
});
