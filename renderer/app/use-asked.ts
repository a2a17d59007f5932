import { useMemo } from 'react';
import { useConversation } from '#renderer/features/conversation/conversation-query.ts';
import type { Asked } from '#renderer/features/search/results.ts';
import { useDesk } from './desk-provider.tsx';

/** The question the list answers: what is typed, the filters, and the stage of the running conversation. */
export function useAsked(): Asked {
  const { text, channel, scene, includePersonal } = useDesk().state;
  const stage = useConversation()?.stage ?? null;
  return useMemo(
    () => ({ text, channel, scene, stage, includePersonal }),
    [text, channel, scene, stage, includePersonal],
  );
}
