import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import type { TFunction } from 'i18next';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { ConversationView } from '#contract/conversation/view.ts';
import { type Failure, toFailure } from '#renderer/core-client/call-failure.ts';
import type { CoreClient } from '#renderer/core-client/core-connection.ts';
import { useCore } from '#renderer/core-client/core-provider.tsx';
import { failureNotice } from '#renderer/i18n/explain-failure.ts';
import type { Notice } from '#renderer/ui/notice.tsx';
import { useTell } from '#renderer/ui/notice.tsx';
import { keepView, shownRevision } from './conversation-query.ts';
import { sayRefusal } from './say-refusal.ts';

type StepCall = (calls: CoreClient['conversation']) => Promise<ConversationView>;

/** What a step that did not go through says: the gate's own reason, or what happened on the way to the core. */
function stepNotice(failure: Failure, t: TFunction): Notice {
  if (failure.code !== 'stepRefused') return failureNotice(failure.code, t);
  const labels = failure.data.missing.map((one) => one.label).filter((label) => label !== '');
  const title = sayRefusal(failure.data.reason, t);
  return { tone: 'problem', title, ...(labels.length === 0 ? {} : { detail: labels.join(t('frame.listJoin')) }) };
}

/** Stores what a call answers wherever it is shown. Rejects with the call's failure and tells nobody. */
export function useQuietStep(): (call: StepCall) => Promise<ConversationView> {
  const core = useCore();
  const queries = useQueryClient();
  return useCallback(
    async (call) => {
      const view = await call(seeing(core.conversation, queries));
      keepView(queries, view);
      return view;
    },
    [core, queries],
  );
}

/** The same calls, each with the revision on this screen, so that a step never overwrites what it did not show. */
function seeing(calls: CoreClient['conversation'], queries: QueryClient): CoreClient['conversation'] {
  return new Proxy(calls, {
    get(target, name) {
      const step: unknown = Reflect.get(target, name);
      if (typeof step !== 'function') return step;
      return (input: { conversationId?: string } | undefined, ...rest: unknown[]) => {
        const seen = input?.conversationId === undefined ? undefined : shownRevision(queries, input.conversationId);
        // The client makes a path of every name it is asked for, `call` among them.
        return Reflect.apply(step, target, [seen === undefined ? input : { ...input, seen }, ...rest]);
      };
    },
  });
}

/** One step of a conversation: answers with the view as stored, or null after the person has been told why not. */
export function useStep(): (call: StepCall) => Promise<ConversationView | null> {
  const quietly = useQuietStep();
  const queries = useQueryClient();
  const tell = useTell();
  const { t } = useTranslation();
  return useCallback(
    async (call) => {
      try {
        return await quietly(call);
      } catch (error) {
        tell(stepNotice(toFailure(error), t));
        // The screen may have been behind: show what is stored.
        void queries.invalidateQueries({ queryKey: ['conversation'] });
        return null;
      }
    },
    [quietly, queries, tell, t],
  );
}
