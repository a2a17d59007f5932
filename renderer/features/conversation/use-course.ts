import { useTranslation } from 'react-i18next';
import type { Customer } from '#contract/conversation/terms.ts';
import type { ConversationView } from '#contract/conversation/view.ts';
import type { Channel } from '#contract/vocabulary.ts';
import { useDeskActions } from '#renderer/app/desk-provider.tsx';
import { useTell } from '#renderer/ui/notice.tsx';
import { useTalk } from './conversation-provider.tsx';
import { useLeaveForm } from './use-leave-form.ts';
import { useStep } from './use-step.ts';

export interface StartRequest {
  channel: Channel;
  customer: Customer;
  flowId?: string;
  scene?: string;
}

/** Starting, setting aside and taking up conversations; what was known of the customer before stays with that customer. */
export function useCourse() {
  const { t } = useTranslation();
  const step = useStep();
  const tell = useTell();
  const { dispatch } = useDeskActions();
  const leaveForm = useLeaveForm();
  const { drafts, show, panelNow, openSheet, finished } = useTalk();

  const nextIsHere = (view: ConversationView | null, newFormOpen = false): boolean => {
    if (!view) return false;
    finished(null);
    if (!newFormOpen) {
      leaveForm();
      show(null);
    }
    openSheet(null);
    dispatch({ type: 'customerLeft' });
    return true;
  };

  return {
    start: async (request: StartRequest): Promise<boolean> => {
      await drafts.flush();
      return nextIsHere(await step((calls) => calls.start(request)));
    },
    resume: async (conversationId: string): Promise<boolean> => {
      await drafts.flush();
      const view = await step((calls) => calls.resume({ conversationId }));
      if (view) {
        const name = view.customer.address === '' ? t('conversation.unknownCustomer') : view.customer.address;
        tell({ tone: 'done', title: t('conversation.resumeDone', { name }) });
      }
      return nextIsHere(view);
    },
    takeOver: async (conversationId: string): Promise<boolean> => {
      await drafts.flush();
      const view = await step((calls) => calls.acceptHandOver({ conversationId }));
      if (view) {
        const name = view.customer.address === '' ? t('conversation.unknownCustomer') : view.customer.address;
        tell({ tone: 'done', title: t('ownership.accepted', { name }) });
      }
      return nextIsHere(view);
    },
    park: async (conversationId: string): Promise<boolean> => {
      const before = panelNow();
      await drafts.flush();
      const view = await step((calls) => calls.park({ conversationId }));
      if (view) tell({ tone: 'done', title: t('conversation.parkDone') });
      // Whoever asked for the next customer meanwhile is typing into that form already.
      return nextIsHere(view, before !== 'start' && panelNow() === 'start');
    },
  };
}
