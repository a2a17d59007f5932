import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ShiftView } from '#contract/work-orders/shifts.ts';
import { useSignOut } from '#renderer/features/people/use-people.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { Field } from '#renderer/ui/field.tsx';
import { useTell } from '#renderer/ui/notice.tsx';
import { Skeleton } from '#renderer/ui/skeleton.tsx';
import { sayRefused } from './say-order.ts';
import { useOrdersCall, useShift } from './use-shift.ts';

/** Nobody: it stays in hand. */
const KEPT = '';
const NEXT = 'next';

/** The end of a shift: every open order and promise, and who takes it; what is kept is told to the leads. */
export function ShiftSheet({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const shift = useShift().data;
  return (
    <Dialog title={t('watch.shift.title')} description={t('watch.shift.intro')} wide onClose={onClose}>
      {shift ? <ShiftForm shift={shift} onClose={onClose} /> : <Skeleton label={t('frame.loading')} lines={5} />}
    </Dialog>
  );
}

function ShiftForm({ shift, onClose }: { shift: ShiftView; onClose: () => void }) {
  const { t } = useTranslation();
  const tell = useTell();
  const call = useOrdersCall();
  const signOut = useSignOut();
  const [chosen, setChosen] = useState<Readonly<Record<string, string>>>({});
  const [text, setText] = useState('');
  const manager = shift.colleagues.find(({ areaManager }) => areaManager)?.id;
  const orderIds = shift.orders.map(({ id }) => id);
  const promiseIds = shift.promises.map(({ conversationId }) => conversationId);
  // The second watch takes over what a lead follows in the green channel, where there is one.
  const usual = new Map(shift.orders.map(({ id, green }) => [id, green && manager ? manager : NEXT]));
  const toOf = (id: string) => chosen[id] ?? usual.get(id) ?? NEXT;

  const passed = (ids: readonly string[]) => ids.filter((id) => toOf(id) !== KEPT);
  const personOf = (id: string) => (toOf(id) === NEXT ? null : toOf(id));
  const end = async (leave: boolean) => {
    const answer = await call((core) =>
      core.workOrders.endShift({
        orders: passed(orderIds).map((workOrderId) => ({ workOrderId, to: personOf(workOrderId) })),
        promises: passed(promiseIds).map((conversationId) => ({ conversationId, to: personOf(conversationId) })),
        text,
      }),
    );
    if (!answer) return;
    const refused = answer.refused.map(({ number, reason }) =>
      t('watch.shift.refused', { number, why: sayRefused(reason, t) }),
    );
    const detail = [answer.left > 0 ? t('watch.shift.left', { count: answer.left }) : '', ...refused].filter(Boolean);
    tell({
      tone: refused.length > 0 ? 'problem' : 'done',
      title: t('watch.shift.handed', { count: answer.handed }),
      ...(detail.length > 0 ? { detail: detail.join(' ') } : {}),
    });
    onClose();
    if (leave) await signOut().catch(() => undefined);
  };

  const options = [
    ...shift.colleagues.map((one) => ({
      value: one.id,
      label: one.areaManager
        ? t('watch.shift.manager', { name: one.name })
        : t('watch.shift.person', { name: one.name, role: t(`people.role.${one.role}`) }),
    })),
    { value: NEXT, label: t('watch.shift.next') },
    { value: KEPT, label: t('watch.shift.keep') },
  ];
  const select = (label: string, value: string, onChange: (value: string) => void) => (
    <select
      aria-label={label}
      value={value}
      onChange={(event) => onChange(event.target.value)}
      className="h-9 w-52 shrink-0 rounded-base border border-edge-field bg-panel px-2 text-note text-ink narrow:w-full"
    >
      {options.map((option) => (
        <option key={option.value} value={option.value}>
          {option.label}
        </option>
      ))}
    </select>
  );
  const row = (id: string, title: string, note: string) => (
    <li key={id} className="flex flex-wrap items-center gap-x-4 gap-y-1 border-b border-edge py-2 last:border-0">
      <span className="min-w-0 flex-1 basis-64">
        <span className="block text-body font-semibold [overflow-wrap:anywhere]" lang="zh-CN">
          {title}
        </span>
        <span className="figures block text-small text-ink-2">{note}</span>
      </span>
      {select(t('watch.shift.toOf', { what: title }), toOf(id), (to) =>
        setChosen((before) => ({ ...before, [id]: to })),
      )}
    </li>
  );
  const all = [...orderIds, ...promiseIds];
  return (
    <form
      className="flex flex-col gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        void end(false);
      }}
    >
      {all.length === 0 ? <p className="text-body">{t('watch.shift.nothing')}</p> : null}
      {all.length > 1 ? (
        <div className="flex flex-wrap items-center gap-3 text-note text-ink-2">
          {t('watch.shift.allTo')}
          {select(t('watch.shift.allTo'), new Set(all.map(toOf)).size === 1 ? toOf(all[0] ?? '') : NEXT, (to) =>
            setChosen(Object.fromEntries(all.map((id) => [id, to]))),
          )}
        </div>
      ) : null}
      {shift.orders.length > 0 ? (
        <section aria-label={t('watch.shift.orders')}>
          <h3 className="text-note font-semibold text-ink-2">{t('watch.shift.orders')}</h3>
          <ul>
            {shift.orders.map((order) =>
              row(
                order.id,
                [order.customerShown.split(' ')[0], order.matter].filter(Boolean).join(' · '),
                [
                  order.number,
                  t(`ordersBoard.state.${order.state}`),
                  order.promiseText ? t('watch.shift.due', { text: order.promiseText }) : '',
                ]
                  .filter(Boolean)
                  .join(' · '),
              ),
            )}
          </ul>
        </section>
      ) : null}
      {shift.promises.length > 0 ? (
        <section aria-label={t('watch.shift.promises')}>
          <h3 className="text-note font-semibold text-ink-2">{t('watch.shift.promises')}</h3>
          <ul>
            {shift.promises.map((promise) =>
              row(
                promise.conversationId,
                promise.customerShown || t('watch.shift.withoutName'),
                [promise.matter, t('watch.shift.due', { text: promise.text }), promise.note]
                  .filter(Boolean)
                  .join(' · '),
              ),
            )}
          </ul>
        </section>
      ) : null}
      {all.length > 0 ? (
        <Field
          label={t('watch.shift.text')}
          value={text}
          maxLength={500}
          onChange={(event) => setText(event.target.value)}
        />
      ) : null}
      <div className="sticky -bottom-5 -mx-6 -mb-5 flex flex-wrap gap-2 border-t border-edge bg-panel px-6 py-3">
        <Button type="submit" look="primary">
          {t('watch.shift.end')}
        </Button>
        <Button onClick={() => void end(true)}>{t('watch.shift.endAndLeave')}</Button>
      </div>
    </form>
  );
}
