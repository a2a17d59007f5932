import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ConversationView } from '#contract/conversation/view.ts';
import { useDeskActions } from '#renderer/app/desk-provider.tsx';
import { useShortcut } from '#renderer/app/shortcuts.tsx';
import { useCore } from '#renderer/core-client/core-provider.tsx';
import { CheckedText, LONGEST_TEXT } from '#renderer/features/lint/checked-text.tsx';
import { useTell } from '#renderer/ui/notice.tsx';
import { Skeleton } from '#renderer/ui/skeleton.tsx';
import { useTalk } from './conversation-provider.tsx';
import { PanelFrame } from './panel-frame.tsx';
import { useLeaveForm } from './use-leave-form.ts';
import { useStep } from './use-step.ts';

/** The record, drafted from what happened, for the agent to correct; then the conversation ends. */
export function FinishPanel({ view }: { view: ConversationView }) {
  const { t, i18n } = useTranslation();
  const language = i18n.language.startsWith('en') ? 'en' : 'zh-CN';
  const core = useCore();
  const step = useStep();
  const tell = useTell();
  const { dispatch } = useDeskActions();
  const leaveForm = useLeaveForm();
  const { show, finished } = useTalk();
  const [corrected, setCorrected] = useState<string | null>(null);
  const draft = useQuery({
    queryKey: ['conversation', 'draft', view.id, view.revision, language],
    queryFn: ({ signal }) => core.conversation.draftSummary({ conversationId: view.id, language }, { signal }),
  });
  const summary = corrected ?? draft.data?.text ?? '';
  const close = () => {
    leaveForm();
    show(null);
  };
  const submit = async () => {
    if (summary.trim() === '') return;
    const after = await step((calls) => calls.finish({ conversationId: view.id, summary }));
    if (!after) return;
    finished(after.id);
    dispatch({ type: 'customerLeft' });
    tell({ tone: 'done', title: t('conversation.finishDone') });
    close();
  };
  useShortcut('stageOn', () => void submit());
  useShortcut('stageBack', close);
  return (
    <PanelFrame
      title={t('conversation.finishTitle')}
      text={t('conversation.finishText')}
      submit={t('conversation.finishKeep')}
      cancel={t('conversation.finishBack')}
      onSubmit={() => void submit()}
      onCancel={close}
    >
      {draft.isPending ? (
        <Skeleton label={t('conversation.drafting')} lines={6} />
      ) : (
        <>
          {draft.error ? <p className="text-note text-warn">{t('conversation.draftFailed')}</p> : null}
          <CheckedText
            ref={(box) => {
              // Whoever comes here by a key reads and corrects at once.
              if (box && corrected === null) box.focus({ preventScroll: true });
            }}
            id="talk-summary"
            tall
            label={t('conversation.summary')}
            maxLength={LONGEST_TEXT}
            value={summary}
            onChange={(text) => setCorrected(text)}
          />
        </>
      )}
    </PanelFrame>
  );
}
