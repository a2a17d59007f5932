import { lazy, Suspense, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { LooseEntry } from '#contract/workshop/terms.ts';
import type { DraftLook } from '#contract/workshop/views.ts';
import { Skeleton } from '#renderer/ui/skeleton.tsx';
import { graphOf } from './graph-model.ts';

const OutlineGraph = lazy(() => import('./outline-graph.tsx').then((module) => ({ default: module.OutlineGraph })));

interface DraftDrawingProps {
  entry: LooseEntry;
  look: DraftLook | undefined;
  chosen: string | null;
  onChoose: (path: string) => void;
}

/** A table or a flow, drawn as it stands; the library that draws is loaded when the first drawing is opened. */
export function DraftDrawing({ entry, look, chosen, onChoose }: DraftDrawingProps) {
  const { t } = useTranslation();
  const graph = useMemo(
    () => graphOf(entry, { titles: look?.titles ?? {}, findings: look?.findings ?? [], t }),
    [entry, look, t],
  );
  return (
    <Suspense fallback={<Skeleton label={t('frame.loading')} lines={6} />}>
      <OutlineGraph graph={graph} chosen={chosen} onChoose={onChoose} />
    </Suspense>
  );
}
