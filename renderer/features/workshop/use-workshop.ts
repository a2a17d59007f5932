import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { LooseEntry, WorkshopState } from '#contract/workshop/terms.ts';
import type { SeveralDone } from '#contract/workshop.ts';
import { toFailure } from '#renderer/core-client/call-failure.ts';
import { useCore } from '#renderer/core-client/core-provider.tsx';
import { failureNotice } from '#renderer/i18n/explain-failure.ts';
import { useTell } from '#renderer/ui/notice.tsx';

const LOOK_AFTER_MS = 350;
const KEPT_MS = 20_000;
const QUEUE_SHOWN = 200;

export function useQueue(states: readonly WorkshopState[], mine: boolean) {
  const core = useCore();
  return useQuery({
    queryKey: ['library', 'workshop', 'queue', states, mine],
    queryFn: ({ signal }) => core.workshop.queue({ states: [...states], mine, limit: QUEUE_SHOWN }, { signal }),
    placeholderData: keepPreviousData,
  });
}

/** Drafts that one file brought, as many as are looked through at a time; null asks for nothing. */
export function useOfFile(states: readonly WorkshopState[], importId: string | null) {
  const core = useCore();
  return useQuery({
    queryKey: ['library', 'workshop', 'queue', states, importId],
    queryFn: ({ signal }) =>
      core.workshop.queue({ states: [...states], importId: importId ?? '', limit: QUEUE_SHOWN }, { signal }),
    enabled: importId !== null,
    placeholderData: keepPreviousData,
  });
}

export function useDraft(draftId: string) {
  const core = useCore();
  return useQuery({
    queryKey: ['library', 'workshop', 'draft', draftId],
    queryFn: ({ signal }) => core.workshop.draft({ draftId }, { signal }),
  });
}

/** A value once it has stood still for a moment. */
export function useSettled<Value>(value: Value, afterMs = LOOK_AFTER_MS): Value {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), afterMs);
    return () => clearTimeout(timer);
  }, [value, afterMs]);
  return settled;
}

/** What is wrong with a draft as it stands in the form, and how it sounds. */
export function useLook(packId: string, entry: LooseEntry) {
  const core = useCore();
  const settled = useSettled(entry);
  return useQuery({
    queryKey: ['library', 'workshop', 'look', packId, settled],
    queryFn: ({ signal }) => core.workshop.look({ packId, entry: settled }, { signal }),
    gcTime: KEPT_MS,
    placeholderData: keepPreviousData,
  });
}

/** Runs a step, says what went wrong, and for several drafts why some stayed. True when all of it was done. */
export function useStep() {
  const { t } = useTranslation();
  const tell = useTell();
  return async (step: () => Promise<SeveralDone | unknown>, done?: string): Promise<boolean> => {
    try {
      const result = await step();
      const refused = isSeveral(result) ? result.refused : [];
      const first = refused[0];
      if (first !== undefined) tell({ tone: 'problem', title: t(`workshop.refusal.${first.why}`) });
      else if (done !== undefined) tell({ tone: 'done', title: done });
      return refused.length === 0;
    } catch (error) {
      tell(failureNotice(toFailure(error).code, t));
      return false;
    }
  };
}

const isSeveral = (result: unknown): result is SeveralDone =>
  typeof result === 'object' && result !== null && 'refused' in result && 'done' in result;
