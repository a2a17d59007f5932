import type { DecisionTable, TableNode } from '#contract/library/decision-table.ts';
import type { LooseEntry } from '#contract/workshop/terms.ts';
import { advance } from '#core/conversation/advance.ts';
import type { StepInput } from '#core/conversation/step-input.ts';
import type { StepRules } from '#core/conversation/step-rules.ts';
import type { Catalogue } from '#core/library/catalogue.ts';
import { reachableFrom, reaches } from '#core/library/validate/reachable.ts';
import { looseTable } from './loose-outline.ts';
import type { Gap } from './outline-gap.ts';
import { PLAYER, type Played, tablePlayed } from './played-definition.ts';

const ENDS: readonly string[] = ['escalate', 'close'];

/** Walks a table through every answer and every refusal with the engine that leads conversations, and says where it does not go on. */
export function tableGaps(entry: LooseEntry, catalogue: Catalogue, rules: StepRules): Gap[] {
  const table = looseTable(entry);
  const played = table === null ? null : tablePlayed(table, catalogue, 0);
  if (table === null || played === null) return [];
  const parts = table.nodes.flatMap((node, index) => gapsOf(node, `nodes.${index}`, table, catalogue));
  const ids = table.nodes.map(({ id }) => id);
  const twice = table.nodes.flatMap(({ id }, index): Gap[] =>
    ids.indexOf(id) < index ? [{ path: `nodes.${index}`, gap: 'twice', about: id }] : [],
  );
  if (!ids.includes(table.start)) return [{ path: 'start', gap: 'noStart', about: '' }, ...parts, ...twice];
  const { next, stubborn, open } = explored(table, played, rules);
  return [...parts, ...twice, ...open, ...coursesOf(table, next, stubborn)];
}

function gapsOf(node: TableNode, path: string, { fields }: DecisionTable, catalogue: Catalogue): Gap[] {
  const about = wordsOf(node);
  if (node.type === 'question') {
    const unsure = node.answers.filter(({ cannotTell }) => cannotTell).length;
    return [
      ...(about.trim() === '' ? [{ path: `${path}.ask`, gap: 'noWords' as const, about }] : []),
      ...(node.answers.length < 2 ? [{ path, gap: 'fewAnswers' as const, about }] : []),
      ...(unsure === 1 ? [] : [{ path, gap: 'cannotTell' as const, about }]),
      ...node.answers.flatMap(({ label }, index): Gap[] =>
        label.trim() === '' ? [{ path: `${path}.answers.${index}`, gap: 'noWords', about }] : [],
      ),
    ];
  }
  const known = new Set(fields.map(({ id }) => id));
  const line = catalogue.findWording(node.line);
  return [
    ...(about.trim() === '' ? [{ path: `${path}.title`, gap: 'noWords' as const, about }] : []),
    ...(line === null ? [{ path: `${path}.line`, gap: 'noLine' as const, about }] : []),
    ...node.fields.flatMap((id, index): Gap[] =>
      known.has(id) ? [] : [{ path: `${path}.fields.${index}`, gap: 'noField', about }],
    ),
  ];
}

interface Explored {
  readonly next: Map<string, string[]>;
  /** Where somebody comes who can tell nothing and accepts nothing. */
  readonly stubborn: Map<string, string[]>;
  readonly open: Gap[];
}

/** Every step out of every node, as the engine takes it. */
function explored(table: DecisionTable, { definition, begun }: Played, rules: StepRules): Explored {
  const result: Explored = { next: new Map(), stubborn: new Map(), open: [] };
  const doing = { atMs: begun.startedAtMs, personId: PLAYER, role: 'agent' } as const;
  table.nodes.forEach((node, index) => {
    const here = { ...begun, tables: [{ tableId: table.id, at: node.id, path: [], accepted: false }] };
    const leadsTo = (input: StepInput): string | null => {
      const stepped = advance(here, input, definition, doing, rules);
      return 'refused' in stepped ? null : (stepped.state.tables[0]?.at ?? null);
    };
    const ways = node.type === 'question' ? answersOf(node, index) : refusalOf(node, index);
    for (const { input, stubborn, gap } of ways) {
      const to = leadsTo(input);
      if (to === null) result.open.push(gap);
      else {
        result.next.set(node.id, [...(result.next.get(node.id) ?? []), to]);
        if (stubborn) result.stubborn.set(node.id, [to]);
      }
    }
  });
  return result;
}

interface Way {
  readonly input: StepInput;
  readonly stubborn: boolean;
  /** What is the matter when the engine does not take it. */
  readonly gap: Gap;
}

function answersOf({ id, answers }: Extract<TableNode, { type: 'question' }>, index: number): Way[] {
  return answers.map((answer, at) => ({
    input: { type: 'answer', nodeId: id, answerId: answer.id },
    stubborn: answer.cannotTell,
    gap: { path: `nodes.${index}.answers.${at}`, gap: 'openAnswer', about: answer.label },
  }));
}

function refusalOf({ id, title, action, notAccepted }: Extract<TableNode, { type: 'finding' }>, index: number): Way[] {
  if (notAccepted === undefined && ENDS.includes(action.type)) return [];
  const gap = { path: `nodes.${index}.notAccepted`, gap: 'noOtherWay', about: title } as const;
  return [{ input: { type: 'refuseFinding', nodeId: id }, stubborn: true, gap }];
}

/** Parts nothing leads to, and parts from which there is no end. */
function coursesOf({ nodes, start }: DecisionTable, next: Explored['next'], stubborn: Explored['stubborn']): Gap[] {
  const reached = reachableFrom(start, next);
  const ends = new Set(nodes.flatMap((node) => (isEnd(node) ? [node.id] : [])));
  return nodes.flatMap((node, index): Gap[] => {
    const told = { path: `nodes.${index}`, about: wordsOf(node) };
    if (!reached.has(node.id)) return [{ ...told, gap: 'unreachable' }];
    // What leads nowhere yet is told where it does.
    if (!next.has(node.id)) return [];
    if (!reaches(node.id, ends, next)) return [{ ...told, gap: 'noEnd' }];
    return [...reachableFrom(node.id, stubborn)].some((id) => ends.has(id) || !stubborn.has(id))
      ? []
      : [{ ...told, gap: 'circle' }];
  });
}

const isEnd = (node: TableNode): boolean => node.type === 'finding' && node.notAccepted === undefined;
const wordsOf = (node: TableNode): string => (node.type === 'question' ? node.ask : node.title);
