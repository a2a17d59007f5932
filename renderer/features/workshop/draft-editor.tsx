import { useQuery } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { VariantName } from '#contract/library/line.ts';
import type { DraftFinding, DraftView } from '#contract/workshop/views.ts';
import { useShortcut } from '#renderer/app/shortcuts.tsx';
import { useCore } from '#renderer/core-client/core-provider.tsx';
import { variantNames } from '#renderer/features/line/variant-names.ts';
import { CommentList } from './comment-list.tsx';
import { DraftAside } from './draft-aside.tsx';
import { DraftForm } from './draft-form.tsx';
import { DraftHead } from './draft-head.tsx';
import { textsAt, withValue } from './entry-values.ts';
import { FindingList } from './finding-list.tsx';
import { SubmitBar } from './submit-bar.tsx';
import { useDraftForm } from './use-draft-form.ts';
import { useLook } from './use-workshop.ts';

/** A draft that is being written: form in the middle, how it sounds and is found beside it, what is wrong below. */
export function DraftEditor({ draft }: { draft: DraftView }) {
  const { t } = useTranslation();
  const core = useCore();
  const { entry, dirty, keptAtMs, keep, change } = useDraftForm(draft);
  const [variant, setVariant] = useState<VariantName>('standard');
  const [at, setAt] = useState(-1);
  const form = useRef<HTMLDivElement>(null);
  const text = useRef<HTMLTextAreaElement>(null);
  const look = useLook(draft.packId, entry).data;
  const known = useQuery({
    queryKey: ['library', 'workshop', 'variables'],
    queryFn: ({ signal }) => core.workshop.variables(undefined, { signal }),
  }).data;
  const findings = look?.findings ?? [];
  const musts = findings.filter(({ weight }) => weight === 'must');

  const go = ({ path, words }: DraftFinding) => {
    const [group = '', name = ''] = path.split('.');
    const named = variantNames.find((one) => one === name);
    if (group === 'variants' && named !== undefined) setVariant(named);
    // The text of another variant is in its field after this turn.
    requestAnimationFrame(() => {
      const part = form.current?.querySelector(`[data-path^="${group}"]`) ?? form.current?.querySelector('details');
      if (group === 'variants' || group === 'text') {
        text.current?.focus();
        const place = words === null ? -1 : (text.current?.value.indexOf(words.matched) ?? -1);
        if (words !== null && place >= 0) text.current?.setSelectionRange(place, place + words.matched.length);
      } else if (part instanceof HTMLElement) {
        const field = part.matches('input') ? part : part.querySelector<HTMLElement>('input, textarea, summary');
        (field ?? part).focus();
      }
    });
  };
  const next = () => {
    const open = musts.length > 0 ? musts : findings;
    const finding = open[(at + 1) % Math.max(open.length, 1)];
    if (finding === undefined) return false;
    setAt((at + 1) % open.length);
    go(finding);
    return true;
  };
  useShortcut('nextProblem', next);

  return (
    <div className="grid h-full min-h-0 grid-cols-[minmax(0,1fr)_21rem] drawer:grid-cols-1 drawer:overflow-y-auto narrow:h-auto narrow:overflow-visible">
      <div className="min-h-0 overflow-y-auto px-7 py-5 drawer:overflow-visible narrow:px-4">
        <div ref={form} className="mx-auto grid max-w-[40rem] gap-4">
          <DraftHead draft={draft} dirty={dirty} keptAtMs={keptAtMs} />
          <CommentList draft={draft} />
          <DraftForm
            entry={entry}
            known={known ?? []}
            variant={variant}
            onVariant={setVariant}
            onChange={change}
            textRef={text}
            below={
              <FindingList
                findings={findings}
                onGo={go}
                onReplaceBasis={(path, entryId) => change(withValue(entry, path, entryId))}
              />
            }
          />
        </div>
      </div>
      <aside
        aria-label={t('workshop.aside')}
        className="flex min-h-0 flex-col border-l border-edge bg-panel drawer:border-t drawer:border-l-0"
      >
        <div className="grid min-h-0 flex-1 content-start gap-5 overflow-y-auto px-4.5 py-4 drawer:overflow-visible">
          <DraftAside
            packId={draft.packId}
            entry={entry}
            look={look}
            variant={variant}
            onVariant={setVariant}
            onAddColloquial={(word) => change(withValue(entry, 'colloquial', [...textsAt(entry, 'colloquial'), word]))}
          />
        </div>
        <SubmitBar draft={draft} look={look} keep={keep} onNext={next} />
      </aside>
    </div>
  );
}
