import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RunView } from '#contract/rehearsal/view.ts';
import { toFailure } from '#renderer/core-client/call-failure.ts';
import type { CoreClient } from '#renderer/core-client/core-connection.ts';
import { useCore } from '#renderer/core-client/core-provider.tsx';
import { failureNotice } from '#renderer/i18n/explain-failure.ts';
import { useTell } from '#renderer/ui/notice.tsx';

const TICK_MS = 200;
const runKey = (runId: string) => ['rehearsal', 'run', runId] as const;

export function useScenarios() {
  const core = useCore();
  return useQuery({
    queryKey: ['rehearsal', 'list'],
    queryFn: ({ signal }) => core.rehearsal.list(undefined, { signal }),
  }).data;
}

export function useRun(runId: string) {
  const core = useCore();
  return useQuery({
    queryKey: runKey(runId),
    queryFn: ({ signal }) => core.rehearsal.run({ runId }, { signal }),
    // Every move brings the run; reading it again would only set its clock.
    staleTime: Number.POSITIVE_INFINITY,
  }).data;
}

export function useDebrief(runId: string) {
  const core = useCore();
  return useQuery({
    queryKey: ['rehearsal', 'debrief', runId],
    queryFn: ({ signal }) => core.rehearsal.debrief({ runId }, { signal }),
  }).data;
}

/** Any call of the slice; tells the person where it failed, and answers null then. */
export function useRehearsalCall() {
  const core = useCore();
  const queries = useQueryClient();
  const tell = useTell();
  const { t } = useTranslation();
  return useCallback(
    async <Answer>(call: (calls: CoreClient['rehearsal']) => Promise<Answer>): Promise<Answer | null> => {
      try {
        return await call(core.rehearsal);
      } catch (error) {
        const failure = toFailure(error);
        if (failure.code === 'stepRefused') {
          const list = failure.data.missing.map(({ id }) => t(`rehearsal.element.${id as 'ask'}`));
          tell({
            tone: 'problem',
            title: t(`conversation.refused.${failure.data.reason}`),
            ...(list.length > 0 ? { detail: list.join(t('rehearsal.listJoin')) } : {}),
          });
        } else if (failure.code !== 'outOfDate') tell(failureNotice(failure.code, t));
        void queries.invalidateQueries({ queryKey: ['rehearsal'] });
        return null;
      }
    },
    [core, queries, tell, t],
  );
}

type RunCall = (calls: CoreClient['rehearsal'], of: { runId: string; moves: number }) => Promise<RunView>;

/** One move of a run; the answer is shown at once. */
export function useMove(run: RunView) {
  const call = useRehearsalCall();
  const queries = useQueryClient();
  const { runId, moves } = run;
  return useCallback(
    async (make: RunCall): Promise<RunView | null> => {
      const after = await call((calls) => make(calls, { runId, moves }));
      if (after) queries.setQueryData(runKey(runId), after);
      return after;
    },
    [call, queries, runId, moves],
  );
}

/** Begins a run and keeps it for its player. */
export function useStartRun() {
  const call = useRehearsalCall();
  const queries = useQueryClient();
  return useCallback(
    async (input: Parameters<CoreClient['rehearsal']['start']>[0]): Promise<string | null> => {
      const run = await call((calls) => calls.start(input));
      if (!run) return null;
      queries.setQueryData(runKey(run.runId), run);
      return run.runId;
    },
    [call, queries],
  );
}

/** Time of the run as it goes on, in ms. */
export function useRunTime(run: RunView): number {
  const [read, setRead] = useState({ run, atMs: run.atMs, sinceMs: performance.now() });
  if (read.run !== run) setRead({ run, atMs: run.atMs, sinceMs: performance.now() });
  const [nowMs, setNowMs] = useState(() => performance.now());
  const running = run.state === 'running';
  useEffect(() => {
    if (!running) return;
    const timer = setInterval(() => setNowMs(performance.now()), TICK_MS);
    return () => clearInterval(timer);
  }, [running]);
  return running ? read.atMs + Math.max(0, nowMs - read.sinceMs) : run.atMs;
}
