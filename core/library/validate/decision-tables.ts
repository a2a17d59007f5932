import type { DecisionTable, TableNode } from '#contract/library/decision-table.ts';
import type { Fault, LibraryView } from './fault.ts';
import { entriesOf } from './fault.ts';

type Path = (string | number)[];
type Add = (path: Path, reason: string) => void;

/** Decision tables are complete: whatever the answer, also 「说不清」, it leads on, and whatever is refused ends somewhere. */
export function decisionTables(library: LibraryView): Fault[] {
  return entriesOf(library, 'decisionTable').flatMap((table) => {
    const faults: Fault[] = [];
    const add: Add = (path, reason) => faults.push({ rule: 'decisionTables', entryId: table.id, path, reason });
    const nodes = new Map<string, TableNode>();
    table.nodes.forEach((node, index) => {
      if (nodes.has(node.id)) add(['nodes', index, 'id'], `the node ${node.id} exists twice`);
      nodes.set(node.id, node);
    });
    const fields = new Set(table.fields.map((field) => field.id));
    if (fields.size < table.fields.length) add(['fields'], 'a field id exists twice');
    if (!nodes.has(table.start)) add(['start'], `the table starts at ${table.start}, which is no node of it`);
    table.nodes.forEach((node, index) => {
      checkNode(node, ['nodes', index], nodes, fields, add);
    });
    if (faults.length === 0) checkPaths(table, nodes, add);
    return faults;
  });
}

function checkNode(
  node: TableNode,
  at: Path,
  nodes: ReadonlyMap<string, TableNode>,
  fields: ReadonlySet<string>,
  add: Add,
) {
  if (node.type === 'question') {
    const ids = new Set(node.answers.map((answer) => answer.id));
    if (ids.size < node.answers.length) add([...at, 'answers'], `${node.id} has two answers with one id`);
    const unsure = node.answers.filter((answer) => answer.cannotTell).length;
    if (unsure !== 1) add([...at, 'answers'], `${node.id} needs exactly one answer with cannotTell, it has ${unsure}`);
    node.answers.forEach((answer, index) => {
      if (nodes.has(answer.to)) return;
      add(
        [...at, 'answers', index, 'to'],
        `the answer ${answer.id} of ${node.id} leads to ${answer.to}, which is no node`,
      );
    });
    return;
  }
  for (const [index, field] of node.fields.entries()) {
    if (!fields.has(field))
      add([...at, 'fields', index], `${node.id} needs the field ${field}, which the table does not have`);
  }
  const { type } = node.action;
  if (node.notAccepted === undefined) {
    if (type !== 'escalate' && type !== 'close') {
      add(at, `${node.id} says nothing for a customer who does not accept it; only escalate or close may end so`);
    }
  } else if (!nodes.has(node.notAccepted)) {
    add([...at, 'notAccepted'], `${node.id} falls back to ${node.notAccepted}, which is no node`);
  }
}

/** Where a node can lead: all answers, or the fallback of a finding. */
function nextOf(node: TableNode): string[] {
  if (node.type === 'question') return node.answers.map((answer) => answer.to);
  return node.notAccepted === undefined ? [] : [node.notAccepted];
}

/** Where a node leads for somebody who can tell nothing and accepts nothing. */
function stubbornNextOf(node: TableNode): string | undefined {
  if (node.type === 'question') return node.answers.find((answer) => answer.cannotTell)?.to;
  return node.notAccepted;
}

function checkPaths(table: DecisionTable, nodes: ReadonlyMap<string, TableNode>, add: Add) {
  const reached = new Set<string>();
  const queue = [table.start];
  for (let id = queue.pop(); id !== undefined; id = queue.pop()) {
    const node = nodes.get(id);
    if (!node || reached.has(id)) continue;
    reached.add(id);
    queue.push(...nextOf(node));
  }
  table.nodes.forEach((node, index) => {
    if (!reached.has(node.id)) add(['nodes', index], `no answer leads to ${node.id}`);
    else if (!canEnd(node, nodes)) add(['nodes', index], `from ${node.id} nothing leads to an end`);
    else if (!endsForStubborn(node, nodes)) {
      add(['nodes', index], `who cannot tell and accepts nothing goes round in circles from ${node.id}`);
    }
  });
}

function canEnd(from: TableNode, nodes: ReadonlyMap<string, TableNode>): boolean {
  const seen = new Set<string>();
  const queue: (TableNode | undefined)[] = [from];
  while (queue.length > 0) {
    const node = queue.pop();
    if (!node || seen.has(node.id)) continue;
    seen.add(node.id);
    if (node.type === 'finding' && node.notAccepted === undefined) return true;
    queue.push(...nextOf(node).map((id) => nodes.get(id)));
  }
  return false;
}

function endsForStubborn(from: TableNode, nodes: ReadonlyMap<string, TableNode>): boolean {
  const seen = new Set<string>();
  let node: TableNode | undefined = from;
  while (node && !seen.has(node.id)) {
    seen.add(node.id);
    const next = stubbornNextOf(node);
    if (next === undefined) return true;
    node = nodes.get(next);
  }
  return false;
}
