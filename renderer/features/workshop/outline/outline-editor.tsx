import { Play } from 'lucide-react';
import { useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DraftFinding, DraftView } from '#contract/workshop/views.ts';
import { useShortcut } from '#renderer/app/shortcuts.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { KeyOf } from '#renderer/ui/kbd.tsx';
import { CommentList } from '../comment-list.tsx';
import { DraftForm } from '../draft-form.tsx';
import { DraftHead } from '../draft-head.tsx';
import { withValue } from '../entry-values.ts';
import { FindingList } from '../finding-list.tsx';
import { SubmitBar } from '../submit-bar.tsx';
import { useDraftForm } from '../use-draft-form.ts';
import { useLook, useSettled } from '../use-workshop.ts';
import { Completeness } from './completeness.tsx';
import { DraftDrawing } from './draft-drawing.tsx';
import { FlowForm } from './flow-form.tsx';
import { PlaySheet } from './play-sheet.tsx';
import { TableForm } from './table-form.tsx';

const DRAW_AFTER_MS = 250;

/** A decision table or a flow that is being written: the outline to write in, the drawing beside it, and whether it is complete. */
export function OutlineEditor({ draft }: { draft: DraftView }) {
  const { t } = useTranslation();
  const { entry, dirty, keptAtMs, keep, change } = useDraftForm(draft);
  const look = useLook(draft.packId, entry).data;
  const drawn = useSettled(entry, DRAW_AFTER_MS);
  const [chosen, setChosen] = useState<string | null>(null);
  const [playing, setPlaying] = useState(false);
  const [at, setAt] = useState(-1);
  const outline = useRef<HTMLDivElement>(null);
  const findings = useMemo(() => look?.findings ?? [], [look]);
  const titles = useMemo(() => look?.titles ?? {}, [look]);

  useEffect(() => {
    const follow = ({ target }: FocusEvent) => setChosen(target instanceof Element ? partOf(target) : null);
    const root = outline.current;
    root?.addEventListener('focusin', follow);
    return () => root?.removeEventListener('focusin', follow);
  }, []);

  const goTo = (path: string) => {
    const part = nearest(outline.current, path);
    const field = part?.matches('input, textarea, select')
      ? part
      : part?.querySelector<HTMLElement>('textarea, select, input, button');
    part?.closest('details')?.setAttribute('open', '');
    part?.scrollIntoView({ block: 'center' });
    field?.focus({ preventScroll: true });
  };
  const next = () => {
    const musts = findings.filter(({ weight }) => weight === 'must');
    const open = musts.length > 0 ? musts : findings;
    const finding = open[(at + 1) % Math.max(open.length, 1)];
    if (finding === undefined) return false;
    setAt((at + 1) % open.length);
    goTo(finding.path);
    return true;
  };
  useShortcut('nextProblem', next);
  useShortcut('playIt', () => setPlaying(true));

  const form = { entry, titles, findings, onChange: change };
  const others = findings.filter(({ gap }) => gap === null);
  return (
    <div className="grid h-full min-h-0 grid-cols-[minmax(20rem,5fr)_minmax(0,6fr)] drawer:grid-cols-1 drawer:overflow-y-auto narrow:h-auto narrow:overflow-visible">
      <div ref={outline} className="min-h-0 overflow-y-auto px-5 py-4 drawer:overflow-visible narrow:px-4">
        <div className="grid gap-3">
          <DraftHead draft={draft} dirty={dirty} keptAtMs={keptAtMs} />
          <CommentList draft={draft} />
          <DraftForm
            entry={entry}
            known={[]}
            variant="standard"
            onVariant={() => undefined}
            onChange={change}
            textRef={null}
            outline={entry.kind === 'flow' ? <FlowForm {...form} /> : <TableForm {...form} />}
            below={
              <FindingList
                findings={others}
                onGo={({ path }: DraftFinding) => goTo(path)}
                onReplaceBasis={(path, entryId) => change(withValue(entry, path, entryId))}
              />
            }
          />
        </div>
      </div>
      <aside
        aria-label={t('outline.graph.aside')}
        className="flex min-h-0 flex-col border-l border-edge bg-panel drawer:border-t drawer:border-l-0"
      >
        <div className="min-h-0 flex-1 drawer:h-[26rem] drawer:flex-none">
          <DraftDrawing entry={drawn} look={look} chosen={chosen} onChoose={goTo} />
        </div>
        <div className="flex items-start gap-3 border-t border-edge px-4.5 py-3">
          <Completeness kind={draft.kind} look={look} onGo={goTo} />
          <Button onClick={() => setPlaying(true)}>
            <Play className="size-4" aria-hidden />
            {t('outline.play.open')}
            <KeyOf id="playIt" bare />
          </Button>
        </div>
        <SubmitBar draft={draft} look={look} keep={keep} onNext={next} />
      </aside>
      {playing ? <PlaySheet packId={draft.packId} entry={entry} onClose={() => setPlaying(false)} /> : null}
    </div>
  );
}

/** The part of the outline that a path is about: itself, or the closest one around it. */
function nearest(root: HTMLElement | null, path: string): HTMLElement | null {
  for (let keys = path.split('.'); keys.length > 0; keys = keys.slice(0, -1)) {
    const part = root?.querySelector<HTMLElement>(`[data-path="${CSS.escape(keys.join('.'))}"]`);
    if (part) return part;
  }
  return null;
}

/** Which drawn part the focus is in: a node of a table, a stage or an outcome of a flow. */
function partOf(element: Element): string | null {
  const path = element.closest('section[data-path], div[data-path^="outcomes."]')?.getAttribute('data-path') ?? '';
  return /^(nodes|stages|outcomes)\.\d+/.exec(path)?.[0] ?? null;
}
