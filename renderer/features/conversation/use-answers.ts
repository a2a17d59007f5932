import type { ConversationView } from '#contract/conversation/view.ts';
import { useDesk } from '#renderer/app/desk-provider.tsx';
import { useTalk } from './conversation-provider.tsx';
import { useStep } from './use-step.ts';

/** What can be done in the decision table of a conversation. A finding that is reached puts its line in the centre. */
export function useAnswers(view: ConversationView) {
  const step = useStep();
  const { drafts } = useTalk();
  const { dispatch } = useDesk();
  const conversationId = view.id;

  const openFinding = (after: ConversationView | null) => {
    const finding = after?.table?.finding;
    if (finding?.line && !finding.accepted) dispatch({ type: 'opened', entryId: finding.line.entryId });
  };
  return {
    startTable: async (tableId: string) =>
      openFinding(await step((calls) => calls.startTable({ conversationId, tableId }))),
    answer: async (nodeId: string, answerId: string) =>
      openFinding(await step((calls) => calls.answer({ conversationId, nodeId, answerId }))),
    revisit: (nodeId: string) => void step((calls) => calls.revisit({ conversationId, nodeId })),
    accept: async (nodeId: string) => {
      await drafts.flush();
      await step((calls) => calls.acceptFinding({ conversationId, nodeId }));
    },
    refuse: async (nodeId: string) =>
      openFinding(await step((calls) => calls.refuseFinding({ conversationId, nodeId }))),
  };
}
