import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Channel } from '#contract/vocabulary.ts';
import { type GreenChannel, greenServiceSchema } from '#contract/work-orders/terms.ts';
import { useCore } from '#renderer/core-client/core-provider.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { ChoiceChips } from '#renderer/ui/choice-chips.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { Field } from '#renderer/ui/field.tsx';
import { useOrderForm } from './new-order-sheet.tsx';
import { useOpenOrder } from './use-open-order.ts';

const words = ['wanted', 'explained', 'notAccepted', 'demand', 'hall', 'leadNumber'] as const;

/** The green channel's template, filled from a conversation as far as that knows. */
export function NewGreenSheet({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const core = useCore();
  const form = useOrderForm().data;
  const open = useOpenOrder(onClose);
  const talks = useQuery({
    queryKey: ['conversation', 'list', 'desk', 'green'],
    queryFn: ({ signal }) => core.conversation.list({ whose: 'desk', limit: 8 }, { signal }),
  }).data;
  const [conversationId, setConversation] = useState<string | null>(null);
  const [choice, setChoice] = useState<Pick<GreenChannel, 'service' | 'urgency' | 'identity' | 'branchTold'>>({
    service: 'booking',
    urgency: 'normal',
    identity: 'notNeeded',
    branchTold: 'voice',
  });
  const [condition, setCondition] = useState<string | null>(null);
  const [channel, setChannel] = useState<Channel>('phone');
  const [texts, setTexts] = useState<Record<string, string>>({});
  const text = (id: string) => texts[id] ?? '';
  const conditions = form?.greenServices.find(({ service }) => service === choice.service)?.conditions ?? [];

  const fill = async (id: string) => {
    setConversation(id);
    const template = await core.workOrders.greenTemplate({ conversationId: id }).catch(() => null);
    if (!template) return;
    const { channel: cameBy, ...known } = template;
    setChannel(cameBy);
    setTexts((before) => ({ ...before, ...known }));
  };
  const input = (id: string, label: string, most: number) => (
    <Field
      key={id}
      label={label}
      value={text(id)}
      maxLength={most}
      required={id !== 'customerName'}
      onChange={(event) => setTexts({ ...texts, [id]: event.target.value })}
    />
  );

  return (
    <Dialog title={t('ordersBoard.newGreen')} description={t('ordersBoard.form.greenIntro')} wide onClose={onClose}>
      <form
        className="flex flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          void open(() =>
            core.workOrders.openGreen({
              matter: text('matter'),
              customerName: text('customerName') || null,
              customerNumber: text('customerNumber') || null,
              conversationId,
              channel,
              green: {
                ...choice,
                condition: condition ?? conditions[0]?.id ?? '',
                wanted: text('wanted'),
                explained: text('explained'),
                notAccepted: text('notAccepted'),
                demand: text('demand'),
                hall: text('hall'),
                leadNumber: text('leadNumber'),
              },
            }),
          );
        }}
      >
        {talks && talks.length > 0 ? (
          <label className="flex flex-col gap-1 text-note text-ink-2">
            {t('ordersBoard.form.fromConversation')}
            <select
              className="h-10 rounded-base border border-edge-field bg-panel px-2 text-field text-ink"
              value={conversationId ?? ''}
              onChange={(event) => {
                if (event.target.value !== '') void fill(event.target.value);
                else {
                  setConversation(null);
                  setChannel('phone');
                }
              }}
            >
              <option value="">{t('ordersBoard.form.noConversation')}</option>
              {talks.map((talk) => (
                <option key={talk.id} value={talk.id}>
                  {[talk.customerShown, talk.flowTitle, talk.ownerName].filter(Boolean).join(' · ')}
                </option>
              ))}
            </select>
          </label>
        ) : null}
        <Chosen label={t('ordersBoard.form.service')}>
          <ChoiceChips
            label={t('ordersBoard.form.service')}
            value={choice.service}
            options={greenServiceSchema.options.map((value) => ({ value, content: t(`ordersBoard.green.${value}`) }))}
            onChange={(service) => {
              if (!service) return;
              setChoice({ ...choice, service });
              setCondition(null);
            }}
          />
        </Chosen>
        <Chosen label={t('ordersBoard.form.condition')}>
          <ChoiceChips
            lang="zh-CN"
            label={t('ordersBoard.form.condition')}
            value={condition ?? conditions[0]?.id ?? null}
            options={conditions.map(({ id, label }) => ({ value: id, content: label }))}
            onChange={setCondition}
          />
        </Chosen>
        <Chosen label={t('ordersBoard.form.urgency')}>
          <ChoiceChips
            label={t('ordersBoard.form.urgency')}
            value={choice.urgency}
            options={(['normal', 'urgent'] as const).map((value) => ({
              value,
              content: t(`ordersBoard.form.${value}`),
            }))}
            onChange={(urgency) => urgency && setChoice({ ...choice, urgency })}
          />
        </Chosen>
        <Chosen label={t('ordersBoard.greenForm.identity')}>
          <ChoiceChips
            label={t('ordersBoard.greenForm.identity')}
            value={choice.identity}
            options={(['passed', 'failed', 'notNeeded'] as const).map((value) => ({
              value,
              content: t(`ordersBoard.identity.${value}`),
            }))}
            onChange={(identity) => identity && setChoice({ ...choice, identity })}
          />
        </Chosen>
        <div className="grid grid-cols-2 gap-3 narrow:grid-cols-1">
          {input('matter', t('ordersBoard.form.matter'), 60)}
          {input('customerName', t('ordersBoard.form.customerName'), 20)}
          {input('customerNumber', t('ordersBoard.form.customerNumber'), 20)}
          {words.map((id) => input(id, t(`ordersBoard.greenForm.${id}`), id === 'leadNumber' ? 40 : 80))}
        </div>
        <Chosen label={t('ordersBoard.form.branchTold')}>
          <ChoiceChips
            label={t('ordersBoard.form.branchTold')}
            value={choice.branchTold}
            options={(['voice', 'sms'] as const).map((value) => ({ value, content: t(`ordersBoard.form.${value}`) }))}
            onChange={(branchTold) => branchTold && setChoice({ ...choice, branchTold })}
          />
        </Chosen>
        <div>
          <Button type="submit" look="primary">
            {t('ordersBoard.form.open')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

function Chosen({ label, children }: { label: string; children: React.ReactNode }) {
  return (
    <div className="flex flex-col gap-1">
      <span className="text-note text-ink-2">{label}</span>
      {children}
    </div>
  );
}
