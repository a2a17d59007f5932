import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { orderSourceSchema } from '#contract/work-orders/terms.ts';
import { useCore } from '#renderer/core-client/core-provider.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { ChoiceChips } from '#renderer/ui/choice-chips.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { Field } from '#renderer/ui/field.tsx';
import { useOpenOrder } from './use-open-order.ts';

const signs = ['concreteDemand', 'strongDispleasure', 'concreteProposal'] as const;

/** A new order without a conversation: a letter, the suggestion book, a matter told at the counter. */
export function NewOrderSheet({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const core = useCore();
  const form = useOrderForm().data;
  const open = useOpenOrder(onClose);
  const [kindId, setKind] = useState('network');
  const [source, setSource] = useState<(typeof orderSourceSchema.options)[number]>('letter');
  const [texts, setTexts] = useState<Record<string, string>>({});
  const [seen, setSeen] = useState<Partial<Record<(typeof signs)[number], boolean>>>({});
  const kind = form?.kinds.find(({ id }) => id === kindId);
  const text = (id: string) => texts[id] ?? '';
  const set = (id: string, value: string) => setTexts({ ...texts, [id]: value });

  return (
    <Dialog title={t('ordersBoard.newOrder')} description={t('ordersBoard.form.intro')} wide onClose={onClose}>
      <form
        className="flex flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          void open(() =>
            core.workOrders.open({
              matter: text('matter'),
              customerName: text('customerName') || null,
              customerNumber: text('customerNumber') || null,
              orderKind: kindId,
              source,
              channel: source === 'hotline' ? 'phone' : source === 'chat' ? 'chat' : 'counter',
              signs: {
                concreteDemand: seen.concreteDemand ?? false,
                strongDispleasure: seen.strongDispleasure ?? false,
                concreteProposal: seen.concreteProposal ?? false,
              },
              fields: (kind?.fields ?? []).map(({ id, label, personal }) => ({
                id,
                label,
                personal,
                value: text(`field-${id}`).trim(),
              })),
            }),
          );
        }}
      >
        <ChoiceChips
          lang="zh-CN"
          label={t('ordersBoard.form.kind')}
          value={kindId}
          options={(form?.kinds ?? []).map(({ id, label }) => ({ value: id, content: label }))}
          onChange={(value) => value && setKind(value)}
        />
        <ChoiceChips
          label={t('ordersBoard.form.source')}
          value={source}
          options={orderSourceSchema.options.map((value) => ({ value, content: t(`ordersBoard.source.${value}`) }))}
          onChange={(value) => value && setSource(value)}
        />
        <fieldset className="flex flex-col gap-1.5">
          <legend className="text-note text-ink-2">{t('ordersBoard.form.signs')}</legend>
          {signs.map((sign) => (
            <label key={sign} className="flex items-center gap-2 text-body">
              <input
                type="checkbox"
                className="size-4 accent-(--accent)"
                checked={seen[sign] ?? false}
                onChange={(event) => setSeen({ ...seen, [sign]: event.target.checked })}
              />
              {t(`ordersBoard.form.${sign}`)}
            </label>
          ))}
          <p className="text-small text-ink-2">{t('ordersBoard.form.enquiry')}</p>
        </fieldset>
        <div className="grid grid-cols-2 gap-3 narrow:grid-cols-1">
          {(['matter', 'customerName', 'customerNumber'] as const).map((id) => (
            <Field
              key={id}
              label={t(`ordersBoard.form.${id}`)}
              value={text(id)}
              maxLength={id === 'matter' ? 60 : 20}
              required={id === 'matter'}
              onChange={(event) => set(id, event.target.value)}
            />
          ))}
          {kind?.fields
            .filter(({ id }) => !/^(?:contactName|contactNumber|name|phone)$/.test(id))
            .map((field) => (
              <Field
                key={field.id}
                lang="zh-CN"
                label={field.label}
                required={field.required}
                value={text(`field-${field.id}`)}
                onChange={(event) => set(`field-${field.id}`, event.target.value)}
              />
            ))}
        </div>
        <div>
          <Button type="submit" look="primary">
            {t('ordersBoard.form.open')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

/** What a new order can be: kinds, fields, services. */
export function useOrderForm() {
  const core = useCore();
  return useQuery({
    queryKey: ['workOrders', 'form'],
    queryFn: ({ signal }) => core.workOrders.form(undefined, { signal }),
  });
}
