import dagre from '@dagrejs/dagre';
import type { Graph, GraphNode } from './graph-model.ts';

export interface Placed {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

const WIDTH = 208;
const LINE_HEIGHT = 20;
const PADDING = 22;
const IN_A_LINE = 13;

/** Where each part is drawn: from top to bottom, what belongs together close by. Left upper corners, in pixels at full size. */
export function layOut({ nodes, edges }: Graph): ReadonlyMap<string, Placed> {
  const graph = new dagre.graphlib.Graph();
  graph.setGraph({ rankdir: 'TB', nodesep: 28, ranksep: 56, marginx: 8, marginy: 8 });
  graph.setDefaultEdgeLabel(() => ({}));
  for (const node of nodes) graph.setNode(node.id, { width: WIDTH, height: heightOf(node) });
  for (const { from, to, label } of edges) {
    graph.setEdge(from, to, { width: Math.min(label.length * 12, 160), height: 18, labelpos: 'c' });
  }
  dagre.layout(graph);
  return new Map(
    nodes.map((node) => {
      const { x, y } = graph.node(node.id);
      const height = heightOf(node);
      return [node.id, { x: x - WIDTH / 2, y: y - height / 2, width: WIDTH, height }];
    }),
  );
}

function heightOf({ mark, title, note }: GraphNode): number {
  const lines = (text: string) =>
    text.split('\n').reduce((sum, line) => sum + Math.ceil([...line].length / IN_A_LINE), 0);
  return PADDING + LINE_HEIGHT * Math.max(1, lines(`${mark}${title}`) + lines(note));
}
