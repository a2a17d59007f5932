import { useQuery } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { VariantName } from '#contract/library/line.ts';
import type { DraftFinding, DraftView } from '#contract/workshop/views.ts';
import { useShortcut } from '#renderer/app/shortcuts.tsx';
import { useCore } from '#renderer/core-client/core-provider.tsx';
import { variantNames } from '#renderer/features/line/variant-names.ts';
import { sayMoment } from '#renderer/i18n/moments.ts';
import { Button } from '#renderer/ui/button.tsx';
import { KeyOf } from '#renderer/ui/kbd.tsx';
import { CommentList } from './comment-list.tsx';
import { DraftAside } from './draft-aside.tsx';
import { DraftForm } from './draft-form.tsx';
import { textsAt, withValue } from './entry-values.ts';
import { FindingList } from './finding-list.tsx';
import { useDraftForm } from './use-draft-form.ts';
import { useLook, useStep } from './use-workshop.ts';

/** A draft that is being written: form in the middle, how it sounds and is found beside it, what is wrong below. */
export function DraftEditor({ draft }: { draft: DraftView }) {
  const { t, i18n } = useTranslation();
  const core = useCore();
  const step = useStep();
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

  const submit = async () => {
    if (!(await keep())) return;
    await step(() => core.workshop.submit({ draftIds: [draft.draftId] }), t('workshop.submitted'));
  };
  const ready = look !== undefined && musts.length === 0;
  return (
    <div className="grid h-full min-h-0 grid-cols-[minmax(0,1fr)_21rem] drawer:grid-cols-1 drawer:overflow-y-auto narrow:h-auto narrow:overflow-visible">
      <div className="min-h-0 overflow-y-auto px-7 py-5 drawer:overflow-visible narrow:px-4">
        <div ref={form} className="mx-auto grid max-w-[40rem] gap-4">
          <header className="flex flex-wrap items-baseline gap-x-3">
            <p className="text-note text-ink-2" lang="zh-CN">
              {draft.packTitle} · {t(`library.kind.${kindOf(draft.kind)}`)} ·{' '}
              {draft.changes ? t('workshop.changesOld') : t('workshop.isNew')}
            </p>
            <p className="ml-auto text-note text-ink-2" role="status">
              {dirty
                ? t('workshop.keeping')
                : keptAtMs === null
                  ? ''
                  : t('workshop.kept', { moment: sayMoment(keptAtMs, Date.now(), i18n.language, t) })}
            </p>
          </header>
          {draft.soughtFor === null ? null : (
            <p className="rounded-base bg-accent-soft px-3.5 py-2 text-note" lang="zh-CN">
              {t('workshop.soughtFor', { text: draft.soughtFor })}
            </p>
          )}
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
            onVariant={setVariant}
            onAddColloquial={(word) => change(withValue(entry, 'colloquial', [...textsAt(entry, 'colloquial'), word]))}
          />
        </div>
        <div className="grid gap-2 border-t border-edge px-4.5 py-3">
          {musts.length > 0 ? (
            <p className="text-note text-ink-2">{t('workshop.notReady', { count: musts.length })}</p>
          ) : null}
          <div className="flex flex-wrap gap-2">
            <Button
              onClick={() =>
                void step(() => core.workshop.discard({ draftIds: [draft.draftId] }), t('workshop.discarded'))
              }
            >
              {t('workshop.discard')}
            </Button>
            {ready ? (
              <Button look="primary" className="flex-1" onClick={() => void submit()}>
                {t('workshop.submit')}
              </Button>
            ) : (
              <Button look="primary" className="flex-1" onClick={next} disabled={look === undefined}>
                {t('workshop.nextProblem')}
                <KeyOf id="nextProblem" bare />
              </Button>
            )}
          </div>
        </div>
      </aside>
    </div>
  );
}

/** The kinds of the library by name; the core gives no other. */
export const kindOf = (kind: string) => kind as 'line';
