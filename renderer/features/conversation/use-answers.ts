import { useRef } from 'react';
import type { ConversationView } from '#contract/conversation/view.ts';
import { useDeskActions } from '#renderer/app/desk-provider.tsx';
import { useTalk } from './conversation-provider.tsx';
import { useStep } from './use-step.ts';

/**
 * What can be done in the decision table of a conversation. A finding that is reached puts its line in the centre. A
 * press before the answer to the one before is ignored: it was meant for something that is no longer on the screen.
 */
export function useAnswers(view: ConversationView) {
  const step = useStep();
  const { drafts } = useTalk();
  const { dispatch } = useDeskActions();
  const waiting = useRef(false);
  const conversationId = view.id;

  const one = async (call: Parameters<typeof step>[0]): Promise<void> => {
    if (waiting.current) return;
    waiting.current = true;
    try {
      await drafts.flush();
      const finding = (await step(call))?.table?.finding;
      if (finding?.line && !finding.accepted) dispatch({ type: 'opened', entryId: finding.line.entryId });
    } finally {
      waiting.current = false;
    }
  };
  return {
    startTable: (tableId: string) => one((calls) => calls.startTable({ conversationId, tableId })),
    answer: (nodeId: string, answerId: string) => one((calls) => calls.answer({ conversationId, nodeId, answerId })),
    revisit: (nodeId: string) => one((calls) => calls.revisit({ conversationId, nodeId })),
    accept: (nodeId: string) => one((calls) => calls.acceptFinding({ conversationId, nodeId })),
    refuse: (nodeId: string) => one((calls) => calls.refuseFinding({ conversationId, nodeId })),
  };
}
