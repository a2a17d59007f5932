import { useTranslation } from 'react-i18next';
import type { ConversationView } from '#contract/conversation/view.ts';
import { ChoiceChips } from '#renderer/ui/choice-chips.tsx';
import { targetId } from './missing-target.ts';
import { Part } from './part.tsx';
import { useStep } from './use-step.ts';

/** How the conversation ends; asked for before the resolve stage is left. */
export function OutcomePicker({ view }: { view: ConversationView }) {
  const { t } = useTranslation();
  const step = useStep();
  return (
    <Part title={t('conversation.outcome')}>
      <ChoiceChips
        id={targetId('outcome')}
        label={t('conversation.outcome')}
        lang="zh-CN"
        value={view.outcomes.find((outcome) => outcome.chosen)?.id ?? null}
        options={view.outcomes.map(({ id, label }) => ({ value: id, content: label }))}
        onChange={(outcomeId) => {
          if (outcomeId) void step((calls) => calls.chooseOutcome({ conversationId: view.id, outcomeId }));
        }}
      />
    </Part>
  );
}
