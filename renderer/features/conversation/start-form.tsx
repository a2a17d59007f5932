import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Channel } from '#contract/vocabulary.ts';
import { useDeskPart } from '#renderer/app/desk-provider.tsx';
import { useCore } from '#renderer/core-client/core-provider.tsx';
import { CustomerHistoryNote } from '#renderer/features/customers/customer-history.tsx';
import { SpokenNorms } from '#renderer/features/site-rules/phone-norms.tsx';
import { ChoiceChips } from '#renderer/ui/choice-chips.tsx';
import { useTalk } from './conversation-provider.tsx';
import { CustomerFields, customerOf, unknownCustomer } from './customer-fields.tsx';
import { PanelFrame } from './panel-frame.tsx';
import { useCourse } from './use-course.ts';
import { useLeaveForm } from './use-leave-form.ts';

const channels = Object.keys({ counter: true, phone: true, chat: true } satisfies Record<Channel, true>) as Channel[];

/** The flow this desk last worked with is offered first. */
const LAST_FLOW_AS = 'counterpart.lastFlow';

/** Starts a conversation: everything may stay open, Enter starts at once. */
export function StartForm({ parksOther }: { parksOther: boolean }) {
  const { t } = useTranslation();
  const core = useCore();
  const desk = {
    channel: useDeskPart((state) => state.channel),
    scene: useDeskPart((state) => state.scene),
  };
  const leaveForm = useLeaveForm();
  const { show } = useTalk();
  const { start } = useCourse();
  const [customer, setCustomer] = useState(unknownCustomer);
  const [channel, setChannel] = useState<Channel>(desk.channel ?? 'counter');
  const [chosen, setChosen] = useState<string | null>(null);
  const [unfit, setUnfit] = useState(false);
  const [busy, setBusy] = useState(false);
  const flows =
    useQuery({
      queryKey: ['library', 'flows'],
      queryFn: ({ signal }) => core.conversation.flows(undefined, { signal }),
    }).data ?? [];
  const last = chosen ?? localStorage.getItem(LAST_FLOW_AS);
  const flow =
    (chosen === null ? flows.find((each) => each.scene === desk.scene) : undefined) ??
    flows.find((each) => each.entryId === last) ??
    flows[0];

  const submit = () => {
    const known = customerOf(customer);
    if (known === null) return setUnfit(true);
    setBusy(true);
    if (flow) localStorage.setItem(LAST_FLOW_AS, flow.entryId);
    const request = {
      channel,
      customer: known,
      ...(flow === undefined ? {} : { flowId: flow.entryId }),
      ...(desk.scene === null ? {} : { scene: desk.scene }),
    };
    void start(request).finally(() => setBusy(false));
  };
  return (
    <PanelFrame
      title={t('conversation.startTitle')}
      text={parksOther ? `${t('conversation.startText')} ${t('conversation.startParks')}` : t('conversation.startText')}
      submit={t('conversation.begin')}
      cancel={t('frame.cancel')}
      busy={busy}
      onSubmit={submit}
      onCancel={() => {
        leaveForm();
        show(null);
      }}
    >
      <CustomerFields
        value={customer}
        unfit={unfit}
        onChange={(next) => {
          setCustomer(next);
          setUnfit(false);
        }}
      />
      <CustomerHistoryNote number={customer.number} />
      <div className="grid grid-cols-[4.5em_minmax(0,1fr)] items-center gap-x-2.5 gap-y-2 text-note">
        <span className="text-ink-2">{t('conversation.channel')}</span>
        <ChoiceChips
          label={t('conversation.channel')}
          value={channel}
          options={channels.map((each) => ({ value: each, content: t(`vocabulary.channel.${each}`) }))}
          onChange={(each) => each && setChannel(each)}
        />
        {channel === 'phone' ? (
          <div className="col-start-2">
            <SpokenNorms norms={['pickUp', 'greeting', 'microphone']} />
          </div>
        ) : null}
        {flows.length > 0 ? (
          <>
            <span className="self-start pt-1 text-ink-2">{t('conversation.flow')}</span>
            <ChoiceChips
              label={t('conversation.flow')}
              lang="zh-CN"
              value={flow?.entryId ?? null}
              options={flows.map((each) => ({ value: each.entryId, content: each.title }))}
              onChange={(id) => id && setChosen(id)}
            />
          </>
        ) : null}
      </div>
    </PanelFrame>
  );
}
