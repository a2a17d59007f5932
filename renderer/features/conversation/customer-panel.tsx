import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ConversationView } from '#contract/conversation/view.ts';
import { useTalk } from './conversation-provider.tsx';
import { CustomerFields, customerOf } from './customer-fields.tsx';
import { PanelFrame } from './panel-frame.tsx';
import { useLeaveForm } from './use-leave-form.ts';
import { useStep } from './use-step.ts';

/** Corrects what is known about the customer; lines and work order take it over. */
export function CustomerPanel({ view }: { view: ConversationView }) {
  const { t } = useTranslation();
  const step = useStep();
  const leaveForm = useLeaveForm();
  const { show } = useTalk();
  const { name, title, number, tier } = view.customer;
  const [customer, setCustomer] = useState({ name: name ?? '', title: title ?? '', number: number ?? '', tier });
  const [unfit, setUnfit] = useState(false);
  const close = () => {
    leaveForm();
    show(null);
  };
  const submit = async () => {
    const known = customerOf(customer);
    if (known === null) return setUnfit(true);
    if (await step((calls) => calls.noteCustomer({ conversationId: view.id, customer: known }))) close();
  };
  return (
    <PanelFrame
      title={t('conversation.customer')}
      text={t('conversation.startText')}
      submit={t('conversation.save')}
      cancel={t('frame.cancel')}
      onSubmit={() => void submit()}
      onCancel={close}
    >
      <CustomerFields
        value={customer}
        unfit={unfit}
        onChange={(next) => {
          setCustomer(next);
          setUnfit(false);
        }}
      />
    </PanelFrame>
  );
}
