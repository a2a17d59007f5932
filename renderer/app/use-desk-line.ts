import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { LineUse } from '#contract/library.ts';
import { toFailure } from '#renderer/core-client/call-failure.ts';
import { useCore } from '#renderer/core-client/core-provider.tsx';
import { useKept } from '#renderer/core-client/use-kept.ts';
import { type Asking, nextGap } from '#renderer/features/line/gap-asking.ts';
import { chosenVariant, lineQuery, useLine } from '#renderer/features/line/line-query.ts';
import { useFavourite } from '#renderer/features/line/use-favourite.ts';
import { useTakeLine } from '#renderer/features/line/use-take-line.ts';
import { NO_JUMPS, useJumps, useSettledJumps } from '#renderer/features/search/jumps.ts';
import { resultsQuery, useResults } from '#renderer/features/search/results.ts';
import { lineFits, type Stop, selectedStop, stopsOf } from '#renderer/features/search/stops.ts';
import { useOpenStop } from '#renderer/features/search/use-open-stop.ts';
import { failureNotice } from '#renderer/i18n/explain-failure.ts';
import { useTell } from '#renderer/ui/notice.tsx';
import { useDesk } from './desk-provider.tsx';
import { useAsked } from './use-asked.ts';
import { useDeskValues } from './use-desk-values.ts';

/** The desk's main job in one place: which line is shown, and copying, saying, filling and keeping it. */
export function useDeskLine() {
  const core = useCore();
  const queries = useQueryClient();
  const { t } = useTranslation();
  const tell = useTell();
  const { state, dispatch, focusSearch } = useDesk();
  const question = useAsked();
  const { values, fill, settle } = useDeskValues();
  const { results, error: resultsError } = useResults(question);
  const jumps = useJumps(question.text);
  const settledJumps = useSettledJumps();
  const open = useOpenStop();
  const stop = selectedStop(results, jumps, state.picked);
  const selected = stop?.key ?? null;
  const shown = state.opened ?? entryOf(stop);
  const line = useLine(shown, values);
  const takeLine = useTakeLine(values);
  const setFavourite = useFavourite();
  const [asked, setAsked] = useState<(Asking & { entryId: string }) | null>(null);
  const asking = asked !== null && asked.entryId === shown ? asked : null;
  const kept = useKept(line.data);
  // A line kept from before a failure is shown only as what it is.
  const view = shown === null || (line.data === undefined && kept?.entryId !== shown) ? undefined : (line.data ?? kept);

  const take = async (how: LineUse['how'], entryId: string) => {
    const taken = await takeLine(how, entryId);
    const first = taken.kind === 'gaps' ? taken.missing[0] : undefined;
    if (first === undefined) return;
    if (entryId !== shown) dispatch({ type: 'picked', entryId });
    setAsked({ entryId, name: first, meant: how });
  };

  /** Waits for the answer to what is in the box, so that a fast Enter never takes a line of the search before. */
  const settled = () => queries.ensureQueryData(resultsQuery(core, question));
  /** The row that is meant now. A line that is sure need not wait for what the desk itself holds. */
  const stopNow = async (): Promise<Stop | undefined> => {
    const answer = await settled();
    const stop = selectedStop(answer, NO_JUMPS, state.picked);
    const sure = stop?.key === state.picked || (state.picked === null && stop?.kind === 'line' && lineFits(answer));
    return sure ? stop : selectedStop(answer, await settledJumps(question.text), state.picked);
  };
  const tellFailure = (error: unknown) => tell(failureNotice(toFailure(error).code, t));

  const variantNow = async (entryId: string) =>
    chosenVariant(await queries.ensureQueryData(lineQuery(core, entryId, values)), state.variant);

  const goOn = async (from: string | null, meant: Asking['meant']) => {
    if (shown === null) return;
    const variant = await variantNow(shown);
    if (!variant) return;
    const order = variant.segments.flatMap((segment) => segment.variable ?? []);
    const next = nextGap(variant.missing, order, from);
    if (next !== null) setAsked({ entryId: shown, name: next, meant });
    else if (from !== null && variant.missing.includes(from)) return;
    else {
      setAsked(null);
      if (meant !== null) await take(meant, shown);
      else focusSearch();
    }
  };

  return {
    results,
    resultsError,
    jumps,
    selected,
    open,
    shown,
    lineError: line.error,
    view,
    asking,
    takeShown: (how: LineUse['how']) => {
      const run = async () => {
        const now = state.opened === null ? await stopNow() : undefined;
        const entryId = state.opened ?? entryOf(now);
        if (entryId !== null) await take(how, entryId);
        else if (now !== undefined && how === 'copied') open(now);
      };
      run().catch(tellFailure);
    },
    takeNumbered: (digit: number) => {
      const run = async () => {
        const entryId = (await settled()).items[digit - 1]?.entryId;
        if (entryId === undefined) return;
        dispatch({ type: 'picked', entryId });
        await take('copied', entryId);
      };
      run().catch(tellFailure);
    },
    takeEntry: (how: LineUse['how'], entryId: string) => void take(how, entryId),
    toggleFavourite: () => {
      const run = async () => {
        const entryId = state.opened ?? entryOf(await stopNow());
        if (entryId === null) return;
        const { favourite } = await queries.ensureQueryData(lineQuery(core, entryId, state.values));
        setFavourite(entryId, !favourite);
      };
      run().catch(tellFailure);
    },
    values,
    fill,
    ask: (name: string) => shown !== null && setAsked({ entryId: shown, name, meant: null }),
    fillNextGap: () => {
      goOn(asking?.name ?? null, asking?.meant ?? null).catch(tellFailure);
    },
    gapDone: (name: string) => {
      settle(name);
      goOn(name, asking?.meant ?? null).catch(tellFailure);
    },
    leaveGap: (how: 'escape' | 'blur') => {
      // Another window in front is no reason to close the field one is typing in.
      if (how === 'blur' && !document.hasFocus()) return;
      if (asking !== null) settle(asking.name);
      setAsked(null);
      if (how === 'escape') focusSearch();
    },
    moveSelection: (step: 1 | -1) => {
      const stops = results === undefined ? [] : stopsOf(results, jumps);
      const at = stops.findIndex(({ key }) => key === selected);
      const next = stops[Math.min(Math.max(at + step, 0), stops.length - 1)];
      if (next) dispatch({ type: 'picked', entryId: next.key });
    },
    stepVariant: (step: 1 | -1) => {
      const variants = view?.variants ?? [];
      const at = variants.findIndex((each) => each.variant === (view && chosenVariant(view, state.variant)?.variant));
      const next = variants[(at + step + variants.length) % variants.length];
      if (next) dispatch({ type: 'variantChosen', variant: next.variant });
    },
    nextCustomer: () => {
      dispatch({ type: 'customerLeft' });
      setAsked(null);
      focusSearch();
      tell({ tone: 'done', title: t('line.nextCustomerDone') });
    },
  };
}

const entryOf = (stop: Stop | undefined) => (stop?.kind === 'line' ? stop.entryId : null);
