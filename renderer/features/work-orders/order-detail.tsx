import { FileDown, Lock, Phone } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OrderStep, StepType } from '#contract/work-orders/steps.ts';
import type { WorkOrderView } from '#contract/work-orders/view.ts';
import { useShortcut } from '#renderer/app/shortcuts.tsx';
import { useTalk } from '#renderer/features/conversation/conversation-provider.tsx';
import { useCurrentPerson } from '#renderer/features/people/use-people.ts';
import { type NumbersToShow, ShownNumbers } from '#renderer/features/records/shown-numbers.tsx';
import { sayMoment } from '#renderer/i18n/moments.ts';
import { Banner } from '#renderer/ui/banner.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { Chip } from '#renderer/ui/chip.tsx';
import { DeadlineBar } from '#renderer/ui/deadline-bar.tsx';
import { sayMomentOf } from '#renderer/ui/deadline-words.ts';
import { Kbd } from '#renderer/ui/kbd.tsx';
import { useTell } from '#renderer/ui/notice.tsx';
import { OrderContent } from './order-content.tsx';
import { OrderHistory } from './order-history.tsx';
import { OrderStages } from './order-stages.tsx';
import { LostSteps, OrderWatch } from './order-watch.tsx';
import { sayLeft, sayRefused } from './say-order.ts';
import { askedFor, emptyContent, needsWords, stepOf } from './step-content.ts';
import { StepForm } from './step-form.tsx';
import { useShowNumber, useTakeStep } from './use-orders.ts';

interface OrderDetailProps {
  order: WorkOrderView;
  nowMs: number;
  timeZone: string;
}

const FIRST = 3;

/** One order: where it stands, its limit drawn out, what the customer was told, what happened and what will, and the next step. */
export function OrderDetail({ order, nowMs, timeZone }: OrderDetailProps) {
  const { t, i18n } = useTranslation();
  const { openSheet } = useTalk();
  const person = useCurrentPerson(true).data;
  const takeStep = useTakeStep();
  const tell = useTell();
  const [form, setForm] = useState<StepType | null>(null);
  const [more, setMore] = useState(false);
  const [numbers, setNumbers] = useState<NumbersToShow | null>(null);
  const showNumber = useShowNumber();
  const next = order.limits[0];
  const say = { t, language: i18n.language, nowMs, timeZone };
  const atDesk = person?.role !== 'handler';
  const steps = order.steps.filter((type) => type !== 'fillFields' || order.missing.length > 0);

  const begin = (type: StepType) => {
    if (type === 'handOver' && order.waitsForShift && person) {
      void takeStep(order, { type, toPersonId: person.id, toName: person.name, text: '' });
      return;
    }
    if (askedFor[type].length === 0 && !needsWords(type)) {
      void takeStep(order, stepOf(type, emptyContent, plainSetting(atDesk, nowMs)));
    } else setForm(type);
  };
  useShortcut('answer', ({ digit }) => {
    const type = steps[digit - 1];
    if (type === undefined || digit > FIRST || form !== null) return false;
    begin(type);
    return true;
  });

  const savePdf = async () => {
    try {
      const name = await window.counterpartShell.savePages(`${t('ordersBoard.title')} ${order.number}`);
      if (name !== null) tell({ tone: 'done', title: t('ordersBoard.saved', { name }) });
    } catch {
      tell({ tone: 'problem', title: t('ordersBoard.notSaved') });
    }
  };
  const take = async (step: OrderStep) => {
    if (step.type === 'lookAtNumber') {
      const shown = await showNumber(order.id, step.text);
      setNumbers(shown);
      if (shown) setForm(null);
    } else if (await takeStep(order, step)) setForm(null);
  };

  const [reason] = order.closedSteps;
  const { conversationId } = order;
  return (
    <div className="flex min-h-full flex-col gap-4 px-6 py-4 narrow:px-4">
      <header className="flex flex-col gap-1">
        <div className="flex flex-wrap items-center gap-2">
          {order.green ? (
            <Chip tone="accent">
              {t('ordersBoard.greenChip', { service: t(`ordersBoard.green.${order.green.service}`) })}
              {order.green.urgency === 'urgent' ? ` · ${t('ordersBoard.urgent')}` : ''}
            </Chip>
          ) : null}
          {order.abnormal ? <Chip tone="warn">{t('ordersBoard.abnormal')}</Chip> : null}
          {order.dissatisfaction ? <Chip>{t('ordersBoard.dissatisfaction')}</Chip> : null}
          {order.returns > 0 ? <Chip tone="warn">{t('ordersBoard.returned', { count: order.returns })}</Chip> : null}
          {order.reopened > 0 ? (
            <Chip tone="warn">{t('ordersBoard.reopenedTimes', { count: order.reopened })}</Chip>
          ) : null}
          <span className="figures ml-auto text-small text-ink-2">{order.number}</span>
        </div>
        <h2 className="text-title font-bold" lang="zh-CN">
          {[order.customerShown.split(' ')[0], order.matter].filter(Boolean).join(' · ')}
        </h2>
        <p className="figures text-note text-ink-2">
          {[
            order.customerShown,
            order.kindLabel,
            t(`ordersBoard.source.${order.source}`),
            t(`ordersBoard.trigger.${order.trigger}`),
            t('ordersBoard.openedBy', {
              name: order.personName,
              time: sayMoment(order.draftedAtMs, nowMs, i18n.language, t),
            }),
          ].join(' · ')}
        </p>
        <p className="text-note text-ink-2">
          {[
            order.departmentLabel ? `${t('ordersBoard.department')} ${order.departmentLabel}` : '',
            order.handlerName ? `${t('ordersBoard.handler')} ${order.handlerName}` : '',
            order.watcherName && order.watch.length === 0 ? `${t('ordersBoard.watcher')} ${order.watcherName}` : '',
            order.handedTo ? `${t('ordersBoard.handedTo')} ${order.handedTo}` : '',
          ]
            .filter(Boolean)
            .join(' · ')}
        </p>
        <OrderWatch order={order} />
        <div className="flex flex-wrap items-center gap-2">
          {order.numberToShow && numbers === null ? (
            <Button size="small" onClick={() => setForm('lookAtNumber')}>
              <Phone className="size-3.5" aria-hidden />
              {t('ordersBoard.step.lookAtNumber')}
            </Button>
          ) : null}
          <Button size="small" look="quiet" onClick={() => void savePdf()}>
            <FileDown className="size-3.5" aria-hidden />
            {t('ordersBoard.savePdf')}
          </Button>
        </div>
        {numbers ? <ShownNumbers shown={numbers} onHide={() => setNumbers(null)} /> : null}
      </header>
      <LostSteps order={order} say={say} />
      {order.sameNumber > 0 ? (
        <Banner
          tone="warn"
          title={t('watch.sameNumber', {
            count: order.sameNumber,
            number: order.number.split('-').slice(0, 2).join('-'),
          })}
        />
      ) : null}
      <OrderStages order={order} />
      {next ? (
        <section
          aria-label={t(`ordersBoard.limit.${next.limit}`)}
          className="rounded-large border border-edge bg-sunken px-4 py-3"
        >
          <p className="mb-1 flex flex-wrap items-baseline justify-between gap-x-4">
            <span className="text-head font-semibold">
              {t('ordersBoard.limitTitle', {
                what: t(`ordersBoard.limit.${next.limit}`),
                when: sayMomentOf(next.deadline.dueAtMs, say),
              })}
            </span>
            <span
              className={next.deadline.dueAtMs <= nowMs ? 'figures font-semibold text-late' : 'figures font-semibold'}
            >
              {sayLeft(next.deadline, nowMs, t)}
            </span>
          </p>
          <DeadlineBar deadline={next.deadline} nowMs={nowMs} timeZone={timeZone} />
        </section>
      ) : null}
      <section aria-labelledby="order-told" className="flex flex-col gap-1.5">
        <h3 id="order-told" className="text-note font-semibold text-ink-2">
          {t('ordersBoard.told')}
        </h3>
        {order.told.length === 0 ? <p className="text-note text-ink-2">{t('ordersBoard.toldNone')}</p> : null}
        <ul className="flex flex-col gap-2">
          {order.told.map((told) => (
            <li key={`${told.atMs}-${told.how}`} className="border-l-[3px] border-accent pl-3">
              <p className="text-field [overflow-wrap:anywhere] [word-break:keep-all]" lang="zh-CN">
                {told.how === 'drafted' ? t('ordersBoard.toldPromise', { text: told.text }) : told.text}
              </p>
              <p className="figures text-small text-ink-2">
                {[
                  sayMomentOf(told.atMs, say),
                  told.personName,
                  t(`ordersBoard.toldHow.${told.how}`),
                  told.promise && told.how !== 'drafted'
                    ? t('ordersBoard.toldPromise', { text: told.promise.text })
                    : '',
                ]
                  .filter(Boolean)
                  .join(' · ')}
              </p>
            </li>
          ))}
        </ul>
      </section>
      <OrderHistory order={order} say={say} />
      <OrderContent order={order} />
      <footer className="sticky bottom-0 -mx-6 mt-auto flex flex-col gap-2 border-t border-edge bg-panel px-6 py-3 narrow:-mx-4 narrow:px-4">
        {form ? (
          <StepForm
            key={form}
            type={form}
            order={order}
            atDesk={atDesk}
            onCancel={() => setForm(null)}
            onTake={(step) => void take(step)}
          />
        ) : (
          <>
            {reason ? (
              <p className="flex items-start gap-1.5 text-note text-ink-2">
                <Lock className="mt-1 size-3.5 shrink-0" aria-hidden />
                {t('ordersBoard.closedStep', {
                  step: t(`ordersBoard.step.${reason.type}`),
                  why: sayRefused(reason.reason, t),
                })}
              </p>
            ) : null}
            <div className="flex flex-wrap gap-2">
              {steps.slice(0, more ? steps.length : FIRST).map((type, index) => (
                <Button
                  key={type}
                  look={index === 0 ? 'primary' : 'plain'}
                  className="px-3"
                  onClick={() => begin(type)}
                >
                  {type === 'handOver' && order.waitsForShift ? t('watch.takeOver') : t(`ordersBoard.step.${type}`)}
                  {index < FIRST ? <Kbd bare={index === 0}>{`Alt ${index + 1}`}</Kbd> : null}
                </Button>
              ))}
              {steps.length > FIRST ? (
                <Button look="quiet" aria-expanded={more} onClick={() => setMore(!more)}>
                  {t('ordersBoard.more')}
                </Button>
              ) : null}
              {steps.length === 0 ? <p className="text-note text-ink-2">{t('ordersBoard.nothing')}</p> : null}
              {conversationId === null ? null : (
                <Button look="quiet" onClick={() => openSheet({ kind: 'record', id: conversationId })}>
                  {t('ordersBoard.openConversation')}
                </Button>
              )}
            </div>
          </>
        )}
      </footer>
    </div>
  );
}

/** For steps that ask for nothing. */
function plainSetting(atDesk: boolean, nowMs: number) {
  return { atDesk, nowMs, labels: new Map<string, string>() };
}
