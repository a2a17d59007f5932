import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { LooseEntry } from '#contract/workshop/terms.ts';
import type { DraftView } from '#contract/workshop/views.ts';
import { toFailure } from '#renderer/core-client/call-failure.ts';
import { useCore } from '#renderer/core-client/core-provider.tsx';
import { failureNotice } from '#renderer/i18n/explain-failure.ts';
import { useTell } from '#renderer/ui/notice.tsx';
import { useSettled } from './use-workshop.ts';

const KEEP_AFTER_MS = 1_500;

interface Form {
  readonly entry: LooseEntry;
  /** The revision that what stands here goes on from. */
  readonly basedOn: string;
  /** Typed since it was last kept. */
  readonly dirty: boolean;
}

/** A draft in the form: kept by itself a moment after the last key, and when one goes elsewhere; one revision at a time. */
export function useDraftForm(draft: DraftView) {
  const { t } = useTranslation();
  const core = useCore();
  const tell = useTell();
  const { draftId, revisionId } = draft;
  const [form, setForm] = useState<Form>({ entry: draft.entry, basedOn: revisionId, dirty: false });
  const held = useRef(form);
  const keeping = useRef<Promise<boolean> | null>(null);
  const [keptAtMs, setKeptAtMs] = useState<number | null>(null);
  const update = (next: Form) => {
    held.current = next;
    setForm(next);
  };

  // Somebody else went on with it: nothing typed here is behind.
  const onNews = useEffectEvent(() => {
    const { dirty, basedOn } = held.current;
    if (!dirty && keeping.current === null && basedOn !== revisionId)
      update({ entry: draft.entry, basedOn: revisionId, dirty: false });
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: another revision is what there is to look at.
  useEffect(() => onNews(), [revisionId]);

  async function keepNow(): Promise<boolean> {
    const { entry, basedOn, dirty } = held.current;
    if (!dirty) return true;
    try {
      const kept = await core.workshop.save({ draftId, basedOn: [basedOn], entry });
      if (kept.outcome === 'refused') {
        tell({ tone: 'problem', title: t(`workshop.refusal.${kept.why}`) });
        return false;
      }
      setKeptAtMs(Date.now());
      const typedOn = held.current.entry !== entry;
      if (kept.outcome === 'saved') update({ entry: held.current.entry, basedOn: kept.revisionId, dirty: typedOn });
      else if (kept.outcome === 'merged') {
        const now = await core.workshop.draft({ draftId });
        // What was typed meanwhile goes on from what it was typed over, and is merged in its turn.
        if (held.current.entry === entry) update({ entry: now.entry, basedOn: now.revisionId, dirty: false });
        tell({ tone: 'done', title: t('workshop.merge.byItself') });
      } else update({ ...held.current, dirty: typedOn });
      return kept.outcome !== 'conflict';
    } catch (error) {
      tell(failureNotice(toFailure(error).code, t));
      return false;
    }
  }

  async function keep(): Promise<boolean> {
    while (keeping.current !== null) await keeping.current;
    keeping.current = keepNow();
    try {
      return await keeping.current;
    } finally {
      keeping.current = null;
    }
  }

  const settled = useSettled(form.entry, KEEP_AFTER_MS);
  const onSettled = useEffectEvent(() => {
    if (settled === held.current.entry && held.current.dirty) void keep();
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: the entry standing still is what calls for keeping it.
  useEffect(() => onSettled(), [settled]);
  const onLeave = useEffectEvent(() => void keep());
  useEffect(() => () => onLeave(), []);

  return {
    entry: form.entry,
    dirty: form.dirty,
    keptAtMs,
    keep,
    change: (entry: LooseEntry) => update({ ...held.current, entry, dirty: true }),
  };
}
