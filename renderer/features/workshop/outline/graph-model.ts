import type { TFunction } from 'i18next';
import type { Stage } from '#contract/vocabulary.ts';
import type { LooseEntry } from '#contract/workshop/terms.ts';
import type { DraftFinding } from '#contract/workshop/views.ts';
import { textAt } from '../entry-values.ts';
import { type Part, partsAt, partsIn, questionNumbers, textIn, textsIn } from './outline-parts.ts';

export type GraphShape = 'question' | 'finding' | 'open' | 'stage' | 'gate' | 'table' | 'outcome';

export interface GraphNode {
  readonly id: string;
  /** The part of the outline it stands for. */
  readonly path: string;
  readonly shape: GraphShape;
  readonly mark: string;
  readonly title: string;
  readonly note: string;
  /** Something keeps it from being complete. */
  readonly faulty: boolean;
}

export interface GraphEdge {
  readonly from: string;
  readonly to: string;
  readonly label: string;
  readonly kind: 'answer' | 'refused' | 'open' | 'beside';
}

export interface Graph {
  readonly nodes: readonly GraphNode[];
  readonly edges: readonly GraphEdge[];
}

interface GraphParts {
  readonly titles: Readonly<Record<string, string>>;
  readonly findings: readonly DraftFinding[];
  readonly t: TFunction;
}

/** So many of a stage's tables are named in the drawing; all of them stand in the outline. */
const TABLES_NAMED = 4;

/** What is drawn of a table or a flow. */
export function graphOf(entry: LooseEntry, parts: GraphParts): Graph {
  return entry.kind === 'flow' ? flowGraph(entry, parts) : tableGraph(entry, parts);
}

const isFaulty = (findings: readonly DraftFinding[], path: string): boolean =>
  findings.some(({ gap, path: at }) => gap !== null && (at === path || at.startsWith(`${path}.`)));

function tableGraph(entry: LooseEntry, { findings, t }: GraphParts): Graph {
  const parts = partsAt(entry, 'nodes');
  const numbers = questionNumbers(parts);
  const known = new Set(parts.map((node) => textIn(node, 'id')));
  const open: GraphNode[] = [];
  const edges: GraphEdge[] = [];
  const nodes = parts.map((node, index): GraphNode => {
    const [id, path] = [textIn(node, 'id'), `nodes.${index}`];
    const number = numbers.get(id);
    const ways = number === undefined ? refusalOf(node, t) : answersOf(node);
    for (const { to, label, kind } of ways) {
      if (known.has(to)) edges.push({ from: id, to, label, kind });
      else {
        const missing = `${id}?${label}`;
        open.push({
          id: missing,
          path,
          shape: 'open',
          mark: '',
          title: t('outline.graph.open'),
          note: '',
          faulty: true,
        });
        edges.push({ from: id, to: missing, label, kind: 'open' });
      }
    }
    const faulty = isFaulty(findings, path);
    if (number !== undefined) {
      return { id, path, shape: 'question', mark: String(number), title: textIn(node, 'ask'), note: '', faulty };
    }
    const action = (node['action'] ?? {}) as Part;
    const hours = action['promiseHours'];
    const note = [
      textIn(action, 'label'),
      ...(typeof hours === 'number' ? [t('library.part.promise', { hours })] : []),
    ].join(' · ');
    return { id, path, shape: 'finding', mark: '', title: textIn(node, 'title'), note, faulty };
  });
  const start = textAt(entry, 'start');
  // The layout begins with what the table begins with.
  const ordered = [...nodes.filter(({ id }) => id === start), ...nodes.filter(({ id }) => id !== start), ...open];
  return { nodes: ordered, edges: joined(edges) };
}

interface Way {
  readonly to: string;
  readonly label: string;
  readonly kind: 'answer' | 'refused';
}

const answersOf = (node: Part): Way[] =>
  partsIn(node, 'answers').map((answer) => ({
    to: textIn(answer, 'to'),
    label: textIn(answer, 'label'),
    kind: 'answer',
  }));

function refusalOf(node: Part, t: TFunction): Way[] {
  const type = textIn((node['action'] ?? {}) as Part, 'type');
  const to = textIn(node, 'notAccepted');
  return to === '' && (type === 'escalate' || type === 'close')
    ? []
    : [{ to, label: t('outline.graph.notAccepted'), kind: 'refused' }];
}

/** Answers that lead to the same place are one arrow. */
function joined(edges: readonly GraphEdge[]): GraphEdge[] {
  const byEnds = new Map<string, GraphEdge>();
  for (const edge of edges) {
    const key = `${edge.from}>${edge.to}`;
    const before = byEnds.get(key);
    byEnds.set(key, before ? { ...before, label: `${before.label} · ${edge.label}` } : edge);
  }
  return [...byEnds.values()];
}

function flowGraph(entry: LooseEntry, { titles, findings, t }: GraphParts): Graph {
  const nodes: GraphNode[] = [];
  const edges: GraphEdge[] = [];
  let before: string | null = null;
  for (const [index, stage] of partsAt(entry, 'stages').entries()) {
    const name = textIn(stage, 'stage');
    const path = `stages.${index}`;
    const gate = `${name}-gate`;
    const required = partsIn(stage, 'required').map((step) => textIn(step, 'label'));
    nodes.push({
      ...{ id: name, path, shape: 'stage', mark: t(`vocabulary.stage.${name as Stage}`) },
      ...{ title: textIn(stage, 'goal'), note: required.join(' · '), faulty: isFaulty(findings, path) },
    });
    nodes.push({
      ...{ id: gate, path, shape: 'gate', mark: '', title: t('outline.graph.gate') },
      ...{ note: gateWords(stage, entry, t), faulty: false },
    });
    if (before !== null) edges.push({ from: before, to: name, label: '', kind: 'answer' });
    edges.push({ from: name, to: gate, label: '', kind: 'answer' });
    const tables = textsIn(stage, 'tables');
    if (tables.length > 0) {
      const listed = tables.slice(0, TABLES_NAMED).map((id) => titles[id] ?? id);
      nodes.push({
        ...{ id: `${name}-tables`, path, shape: 'table', mark: '', note: listed.join('\n') },
        ...{ title: t('outline.graph.tables', { count: tables.length }) },
        faulty: tables.some((id) => titles[id] === undefined),
      });
      edges.push({ from: name, to: `${name}-tables`, label: '', kind: 'beside' });
    }
    before = gate;
  }
  for (const [index, outcome] of partsAt(entry, 'outcomes').entries()) {
    const id = `outcome ${textIn(outcome, 'id')}`;
    const path = `outcomes.${index}`;
    nodes.push({ id, path, shape: 'outcome', mark: '', title: textIn(outcome, 'label'), note: '', faulty: false });
    if (before !== null) edges.push({ from: before, to: id, label: '', kind: 'answer' });
  }
  return { nodes, edges };
}

/** What has to hold to leave a stage, in a few words. */
function gateWords(stage: Part, entry: LooseEntry, t: TFunction): string {
  const exit = (stage['exit'] ?? {}) as Part;
  const fields = partsAt(entry, 'stages').flatMap((each) => partsIn(each, 'fields'));
  const labelOf = (id: string) => textIn(fields.find((field) => field['id'] === id) ?? {}, 'label') || id;
  const must = partsIn(stage, 'fields').filter((field) => field['required'] === true);
  const waited = [...new Set([...textsIn(exit, 'fields'), ...must.map((field) => textIn(field, 'id'))])];
  return [
    t('outline.graph.required', { count: partsIn(stage, 'required').length }),
    ...waited.map(labelOf),
    ...(['tableFinished', 'tableAccepted', 'outcome'] as const).flatMap((flag) =>
      exit[flag] === true ? [t(`outline.gate.${flag}`)] : [],
    ),
  ].join(' · ');
}
