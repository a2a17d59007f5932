import {
  Background,
  type Edge,
  Handle,
  MarkerType,
  type Node,
  type NodeProps,
  Panel,
  Position,
  ReactFlow,
  useReactFlow,
} from '@xyflow/react';
import '@xyflow/react/dist/base.css';
import clsx from 'clsx';
import { Maximize, Minus, Plus } from 'lucide-react';
import { type ReactNode, useEffect, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { layOut } from './graph-layout.ts';
import type { Graph, GraphEdge, GraphNode, GraphShape } from './graph-model.ts';

interface OutlineGraphProps {
  graph: Graph;
  /** The part of the outline that has the focus. */
  chosen: string | null;
  onChoose: (path: string) => void;
}

type Drawn = Node<{ part: GraphNode; chosen: boolean; onChoose: (path: string) => void }, 'part'>;

const shapes: Record<GraphShape, string> = {
  question: 'border-edge-strong bg-panel font-semibold',
  finding: 'border-edge-strong bg-sunken',
  open: 'border-warn border-dashed bg-warn-soft font-semibold text-warn',
  stage: 'border-accent bg-panel font-semibold',
  gate: 'border-edge-strong border-dashed bg-panel',
  table: 'border-edge-strong bg-sunken',
  outcome: 'border-edge-strong bg-panel rounded-full text-center',
};

/** A part as it is drawn; pressing it leads to its place in the outline. */
function PartNode({ data: { part, chosen, onChoose } }: NodeProps<Drawn>) {
  return (
    <>
      <Handle type="target" position={Position.Top} isConnectable={false} className="opacity-0" />
      <button
        type="button"
        lang="zh-CN"
        onClick={() => onChoose(part.path)}
        className={clsx(
          'nodrag pointer-events-auto grid size-full content-center gap-0.5 rounded-base border-2 px-3 py-1.5 text-left text-note text-ink',
          shapes[part.shape],
          part.faulty && part.shape !== 'open' && 'border-warn',
          chosen && 'shadow-float outline-2 outline-accent',
        )}
      >
        <span>
          {part.mark === '' ? null : <span className="figures mr-1.5 text-accent">{part.mark}</span>}
          {part.title}
        </span>
        {part.note === '' ? null : (
          <span className="text-small font-normal whitespace-pre-line text-ink-2">{part.note}</span>
        )}
      </button>
      <Handle type="source" position={Position.Bottom} isConnectable={false} className="opacity-0" />
    </>
  );
}

const nodeTypes = { part: PartNode };
const strokes: Record<GraphEdge['kind'], string> = {
  answer: 'var(--ink-3)',
  refused: 'var(--edge-strong)',
  open: 'var(--warn)',
  beside: 'var(--edge-strong)',
};

/** A table or a flow as a drawing, laid out by itself; it is read here and changed in the outline. */
export function OutlineGraph({ graph, chosen, onChoose }: OutlineGraphProps) {
  const { t } = useTranslation();
  const placed = useMemo(() => layOut(graph), [graph]);
  const nodes = graph.nodes.map((part): Drawn => {
    const { x = 0, y = 0, width, height } = placed.get(part.id) ?? {};
    return {
      ...{ id: part.id, type: 'part', position: { x, y }, draggable: false, selectable: false, focusable: false },
      ...(width === undefined || height === undefined ? {} : { width, height }),
      data: { part, chosen: part.path === chosen, onChoose },
    };
  });
  const names = new Map(graph.nodes.map(({ id, title }) => [id, title]));
  const edges = graph.edges.map(({ from, to, label, kind }): Edge => {
    const dashed = kind === 'answer' ? {} : { strokeDasharray: '5 4' };
    return {
      ...{ id: `${from}>${to}`, source: from, target: to, type: 'smoothstep', focusable: false, selectable: false },
      ...{ label, labelShowBg: true, labelBgStyle: { fill: 'var(--bg)' }, labelStyle: { fill: 'var(--ink-2)' } },
      ariaLabel: [names.get(from), label, names.get(to)].filter((word) => word !== '').join(' → '),
      style: { stroke: strokes[kind], strokeWidth: 1.5, ...dashed },
      markerEnd: { type: MarkerType.ArrowClosed, color: strokes[kind] },
    };
  });
  return (
    <div className="h-full min-h-0 bg-bg">
      <ReactFlow
        aria-label={t('outline.graph.label')}
        nodes={nodes}
        edges={edges}
        nodeTypes={nodeTypes}
        fitView
        fitViewOptions={{ nodes: beginning(graph), minZoom: 0.55, maxZoom: 1, padding: 0.05 }}
        minZoom={0.2}
        maxZoom={1.5}
        nodesDraggable={false}
        nodesConnectable={false}
        elementsSelectable={false}
        nodesFocusable={false}
        edgesFocusable={false}
        zoomOnDoubleClick={false}
        disableKeyboardA11y
        proOptions={{ hideAttribution: true }}
        // Nothing of it is worked by keys of its own: parts are buttons, and those say what they do.
        ariaLabelConfig={{ 'node.a11yDescription.default': '', 'edge.a11yDescription.default': '' }}
      >
        <Background color="var(--edge)" gap={24} />
        <Looking />
        <FollowChosen nodes={nodes} />
      </ReactFlow>
    </div>
  );
}

/** What is seen first: the part it begins with and those right behind it. */
function beginning({ nodes, edges }: Graph): { id: string }[] {
  const [first] = nodes;
  if (first === undefined) return [];
  const behind = edges.flatMap(({ from, to }) => (from === first.id ? [to] : []));
  return [first.id, ...behind].map((id) => ({ id }));
}

/** Brings the part that is being written at into sight; reads nothing but where it lies. */
function FollowChosen({ nodes }: { nodes: readonly Drawn[] }) {
  const flow = useReactFlow();
  const chosen = nodes.find(({ data }) => data.chosen);
  const id = chosen?.id;
  const x = chosen === undefined ? 0 : chosen.position.x + (chosen.width ?? 0) / 2;
  const y = chosen === undefined ? 0 : chosen.position.y + (chosen.height ?? 0) / 2;
  useEffect(() => {
    if (id !== undefined) void flow.setCenter(x, y, { zoom: Math.max(flow.getZoom(), 0.7) });
  }, [flow, id, x, y]);
  return null;
}

/** Closer, further away, all of it. */
function Looking() {
  const { t } = useTranslation();
  const flow = useReactFlow();
  const look = (label: string, icon: ReactNode, onLook: () => unknown) => (
    <button
      type="button"
      aria-label={label}
      title={label}
      onClick={onLook}
      className="rounded-small p-1.5 text-ink-2 hover:bg-hover hover:text-ink"
    >
      {icon}
    </button>
  );
  return (
    <Panel position="bottom-left">
      <fieldset
        aria-label={t('outline.graph.controls')}
        className="flex rounded-base border border-edge bg-panel p-0.5 shadow-lift"
      >
        {look(t('outline.graph.zoomIn'), <Plus className="size-4" aria-hidden />, () => flow.zoomIn())}
        {look(t('outline.graph.zoomOut'), <Minus className="size-4" aria-hidden />, () => flow.zoomOut())}
        {look(t('outline.graph.whole'), <Maximize className="size-4" aria-hidden />, () =>
          flow.fitView({ minZoom: 0.2, padding: 0.03 }),
        )}
      </fieldset>
    </Panel>
  );
}
