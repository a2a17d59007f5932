import { useTranslation } from 'react-i18next';
import type { ConversationView } from '#contract/conversation/view.ts';
import { useTell } from '#renderer/ui/notice.tsx';
import { useTalk } from './conversation-provider.tsx';
import { useStep } from './use-step.ts';

/** Taking the last step back, and what that step was, in words; null while nothing can be taken back. */
export function useUndo(view: ConversationView): { what: string; undo: () => Promise<void> } | null {
  const { t } = useTranslation();
  const step = useStep();
  const tell = useTell();
  const { drafts } = useTalk();
  const last = view.undo;
  if (last === null) return null;
  return {
    what: t(`conversation.undoWhat.${last.what}`, { label: last.label }),
    undo: async () => {
      await drafts.flush();
      if (await step((calls) => calls.undo({ conversationId: view.id, revision: last.revision }))) {
        tell({ tone: 'done', title: t('conversation.undoDone') });
      }
    },
  };
}
