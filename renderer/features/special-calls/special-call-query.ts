import { type QueryClient, useQuery, useQueryClient } from '@tanstack/react-query';
import type { TFunction } from 'i18next';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { SpecialCallRefusal } from '#contract/special-calls/terms.ts';
import type { SpecialCallView } from '#contract/special-calls/view.ts';
import { type Failure, toFailure } from '#renderer/core-client/call-failure.ts';
import type { CoreClient } from '#renderer/core-client/core-connection.ts';
import { useCore } from '#renderer/core-client/core-provider.tsx';
import { failureNotice } from '#renderer/i18n/explain-failure.ts';
import { specialCalls as wording } from '#renderer/i18n/zh-cn/special-calls.ts';
import { type Notice, useTell } from '#renderer/ui/notice.tsx';

const CURRENT = ['specialCalls', 'current'] as const;
const viewKey = (id: string) => ['specialCalls', 'view', id] as const;

const isView = (data: unknown): data is SpecialCallView =>
  typeof data === 'object' && data !== null && 'revision' in data && 'id' in data;

/** Of two answers about the same call the later revision stays, whichever arrived last. */
function newest(before: unknown, after: unknown): unknown {
  return isView(before) && isView(after) && before.id === after.id && after.revision < before.revision ? before : after;
}

/** The special call the person is in the middle of; null without one, also while it is not known yet. */
export function useCurrentCall(): SpecialCallView | null {
  const core = useCore();
  const query = useQuery({
    queryKey: CURRENT,
    queryFn: ({ signal }) => core.specialCalls.current(undefined, { signal }),
    structuralSharing: newest,
  });
  return query.data ?? null;
}

/** One special call by its id, also an ended one. */
export function useCallView(specialCallId: string) {
  const core = useCore();
  return useQuery({
    queryKey: viewKey(specialCallId),
    queryFn: ({ signal }) => core.specialCalls.view({ specialCallId }, { signal }),
    structuralSharing: newest,
  });
}

function keepCall(queries: QueryClient, view: SpecialCallView): void {
  const current = queries.getQueryData<SpecialCallView | null>(CURRENT);
  // An answer that was asked for before this step would bring the old state back.
  void queries.cancelQueries({ queryKey: CURRENT });
  queries.setQueryData(viewKey(view.id), view);
  if (view.state === 'running') queries.setQueryData(CURRENT, view);
  else if (current?.id === view.id) queries.setQueryData(CURRENT, null);
}

/** The latest that is known of a call, for deciding after something was just stored. */
export function latestCall(queries: QueryClient, view: SpecialCallView): SpecialCallView {
  const current = queries.getQueryData<SpecialCallView | null>(CURRENT);
  return current?.id === view.id ? current : view;
}

const isRefusal = (reason: string): reason is SpecialCallRefusal => Object.hasOwn(wording.refused, reason);

function refusalNotice(failure: Failure, t: TFunction): Notice {
  if (failure.code !== 'stepRefused') return failureNotice(failure.code, t);
  const { reason, missing } = failure.data;
  const labels = missing.map(({ label }) => label).join(t('frame.listJoin'));
  const title = isRefusal(reason) ? t(`specialCalls.refused.${reason}`) : t('errors.stepRefused.what');
  return { tone: 'problem', title, ...(labels === '' ? {} : { detail: labels }) };
}

type CallStep = (calls: CoreClient['specialCalls']) => Promise<SpecialCallView>;

/** Stores what a call answers wherever it is shown. Rejects with the call's failure and tells nobody. */
export function useQuietCallStep(): (call: CallStep) => Promise<SpecialCallView> {
  const core = useCore();
  const queries = useQueryClient();
  return useCallback(
    async (call) => {
      const view = await call(core.specialCalls);
      keepCall(queries, view);
      return view;
    },
    [core, queries],
  );
}

/** One step of a special call: answers with the view as stored, or null after the person has been told why not. */
export function useCallStep(): (call: CallStep) => Promise<SpecialCallView | null> {
  const quietly = useQuietCallStep();
  const queries = useQueryClient();
  const tell = useTell();
  const { t } = useTranslation();
  return useCallback(
    async (call) => {
      try {
        return await quietly(call);
      } catch (error) {
        tell(refusalNotice(toFailure(error), t));
        // The screen may have been behind: show what is stored.
        void queries.invalidateQueries({ queryKey: ['specialCalls'] });
        return null;
      }
    },
    [quietly, queries, tell, t],
  );
}
