import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { BreakOffReason } from '#contract/conversation/terms.ts';
import type { ConversationView } from '#contract/conversation/view.ts';
import { useDeskActions } from '#renderer/app/desk-provider.tsx';
import { CheckedText, LONGEST_TEXT } from '#renderer/features/lint/checked-text.tsx';
import { ChoiceChips } from '#renderer/ui/choice-chips.tsx';
import { useTell } from '#renderer/ui/notice.tsx';
import { useTalk } from './conversation-provider.tsx';
import { PanelFrame } from './panel-frame.tsx';
import { useLeaveForm } from './use-leave-form.ts';
import { useStep } from './use-step.ts';

const reasons = Object.keys({
  customerLeft: true,
  wrongMatter: true,
  startedByMistake: true,
} satisfies Record<BreakOffReason, true>) as BreakOffReason[];

/** Ends a conversation before its four stages are through, with the reason. */
export function BreakOffPanel({ view }: { view: ConversationView }) {
  const { t } = useTranslation();
  const step = useStep();
  const tell = useTell();
  const { dispatch } = useDeskActions();
  const leaveForm = useLeaveForm();
  const { show, drafts, finished } = useTalk();
  const [reason, setReason] = useState<BreakOffReason>('customerLeft');
  const [summary, setSummary] = useState('');
  const close = () => {
    leaveForm();
    show(null);
  };
  const submit = async () => {
    await drafts.flush();
    const after = await step((calls) => calls.breakOff({ conversationId: view.id, reason, summary }));
    if (!after) return;
    finished(after.id);
    dispatch({ type: 'customerLeft' });
    tell({ tone: 'done', title: t('conversation.breakOffDone') });
    close();
  };
  return (
    <PanelFrame
      title={t('conversation.breakOffTitle')}
      text={t('conversation.breakOffText')}
      submit={t('conversation.breakOffKeep')}
      cancel={t('frame.cancel')}
      onSubmit={() => void submit()}
      onCancel={close}
    >
      <ChoiceChips
        label={t('conversation.breakOffTitle')}
        value={reason}
        options={reasons.map((each) => ({ value: each, content: t(`conversation.breakOffReason.${each}`) }))}
        onChange={(each) => each && setReason(each)}
      />
      <CheckedText
        id="talk-break-off"
        label={t('conversation.breakOffWords')}
        placeholder={t('conversation.breakOffWords')}
        maxLength={LONGEST_TEXT}
        value={summary}
        onChange={setSummary}
      />
    </PanelFrame>
  );
}
