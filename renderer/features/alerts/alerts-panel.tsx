import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AlertView } from '#contract/alerts.ts';
import { useCore } from '#renderer/core-client/core-provider.tsx';
import { useCurrentPerson } from '#renderer/features/people/use-people.ts';
import { pickOrder } from '#renderer/features/work-orders/picked-order.ts';
import { Banner } from '#renderer/ui/banner.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { sayMomentOf } from '#renderer/ui/deadline-words.ts';
import { Field } from '#renderer/ui/field.tsx';
import { GapFields } from './gap-fields.tsx';
import { NoticeWords } from './notice-words.tsx';
import { useAlertCall, useAlerts } from './use-alerts.ts';

interface AlertsPanelProps {
  timeZone: string;
  nowMs: number;
}

/** Alerts with who must be told by when, and a clock that was set back; at the head of the board. */
export function AlertsPanel(props: AlertsPanelProps) {
  const alerts = useAlerts().data ?? [];
  return (
    <>
      <SetbackBanner {...props} />
      {alerts.map((alert) => (
        <AlertCard key={alert.id} alert={alert} {...props} />
      ))}
    </>
  );
}

function SetbackBanner({ timeZone, nowMs }: AlertsPanelProps) {
  const { t, i18n } = useTranslation();
  const core = useCore();
  const call = useAlertCall();
  const setback = useQuery({
    queryKey: ['reminders', 'state'],
    queryFn: ({ signal }) => core.reminders.state(undefined, { signal }),
  }).data?.setback;
  if (!setback) return null;
  const say = { t, language: i18n.language, nowMs, timeZone };
  const title = t('ordersBoard.setback', {
    from: sayMomentOf(setback.fromAtMs, say),
    to: sayMomentOf(setback.toAtMs, say),
  });
  return (
    <Banner
      tone="warn"
      title={title}
      action={
        <Button size="small" onClick={() => void call(() => core.reminders.seeSetback())}>
          {t('ordersBoard.setbackSeen')}
        </Button>
      }
    />
  );
}

function AlertCard({ alert, timeZone, nowMs }: AlertsPanelProps & { alert: AlertView }) {
  const { t, i18n } = useTranslation();
  const core = useCore();
  const call = useAlertCall();
  const person = useCurrentPerson(true).data;
  const [ending, setEnding] = useState<string | null>(null);
  const [values, setValues] = useState<Record<string, string> | null>(null);
  const [unfolded, setUnfolded] = useState<boolean | null>(null);
  // Whoever has read it wants the orders back in sight.
  const whole = unfolded ?? !alert.acknowledgedByMe;
  const untold = alert.tell.filter(({ toldAtMs }) => toldAtMs === null);
  const say = { t, language: i18n.language, nowMs, timeZone };
  const leads = person?.role === 'lead' || person?.role === 'administrator';
  return (
    <Banner
      tone="warn"
      title={[
        t('ordersBoard.alert.title'),
        t(`ordersBoard.alert.kind.${alert.alertKind}`),
        t(`ordersBoard.alert.level.${alert.level}`),
      ].join(' · ')}
      action={
        <span className="flex flex-wrap gap-2">
          {alert.acknowledgedByMe ? (
            <Button size="small" look="quiet" aria-expanded={whole} onClick={() => setUnfolded(!whole)}>
              {t(whole ? 'watch.alert.fold' : 'watch.alert.unfold')}
            </Button>
          ) : (
            <Button size="small" onClick={() => void call(() => core.alerts.acknowledge({ alertId: alert.id }))}>
              {t('ordersBoard.alert.acknowledge')}
            </Button>
          )}
          {alert.mayFill && alert.gaps.length > 0 && values === null ? (
            <Button size="small" onClick={() => setValues({})}>
              {t('watch.alert.fill')}
            </Button>
          ) : null}
          {leads && ending === null ? (
            <Button size="small" onClick={() => setEnding('')}>
              {t('ordersBoard.alert.end')}
            </Button>
          ) : null}
        </span>
      }
    >
      <p lang="zh-CN">{alert.text}</p>
      <p className="figures text-small text-ink-2">
        {[
          t('ordersBoard.alert.by', { name: alert.raisedBy, when: sayMomentOf(alert.raisedAtMs, say) }),
          t('ordersBoard.alert.acknowledged', { count: alert.acknowledged.length }),
        ].join(' · ')}
      </p>
      {whole || untold.length === 0 ? null : (
        <p
          className={untold.some(({ dueAtMs }) => dueAtMs <= nowMs) ? 'text-small text-late' : 'text-small'}
          lang="zh-CN"
        >
          {t('watch.alert.untold', { posts: untold.map(({ post }) => post).join(t('frame.listJoin')) })}
        </p>
      )}
      {whole ? (
        <>
          <NoticeWords alert={alert} onOpenLine={null} />
          <ul aria-label={t('ordersBoard.alert.tell')} className="mt-1 flex flex-wrap gap-x-4 gap-y-1">
            {alert.tell.map((tell) => (
              <li key={tell.post} className="flex items-center gap-1.5" lang="zh-CN">
                {tell.toldAtMs === null ? (
                  <>
                    <span className={tell.dueAtMs <= nowMs ? 'figures text-late' : 'figures'}>
                      {t('ordersBoard.alert.tellBy', { post: tell.post, when: sayMomentOf(tell.dueAtMs, say) })}
                    </span>
                    <Button
                      size="small"
                      aria-label={`${t('ordersBoard.alert.tellDone')} ${tell.post}`}
                      onClick={() => void call(() => core.alerts.recordTold({ alertId: alert.id, post: tell.post }))}
                    >
                      {t('ordersBoard.alert.tellDone')}
                    </Button>
                  </>
                ) : (
                  <span className="figures text-ink-2">
                    {t('ordersBoard.alert.toldAt', { post: tell.post, when: sayMomentOf(tell.toldAtMs, say) })}
                  </span>
                )}
              </li>
            ))}
          </ul>
        </>
      ) : null}
      {alert.workOrderId === null || alert.workOrderNumber === null ? null : (
        <Button size="small" look="quiet" className="mt-1" onClick={() => pickOrder(alert.workOrderId)}>
          {t('ordersBoard.alert.open', { number: alert.workOrderNumber })}
        </Button>
      )}
      {values === null ? null : (
        <form
          className="mt-2 flex flex-col gap-2"
          onSubmit={(event) => {
            event.preventDefault();
            void call(() => core.alerts.fill({ alertId: alert.id, values })).then(
              (filled) => filled && setValues(null),
            );
          }}
        >
          <GapFields gaps={alert.gaps} values={values} onChange={setValues} />
          <div>
            <Button type="submit">{t('watch.alert.save')}</Button>
          </div>
        </form>
      )}
      {ending === null ? null : (
        <form
          className="mt-2 flex flex-wrap items-end gap-2"
          onSubmit={(event) => {
            event.preventDefault();
            if (ending.trim() !== '') void call(() => core.alerts.end({ alertId: alert.id, text: ending }));
          }}
        >
          <Field
            className="min-w-48 flex-1"
            label={t('ordersBoard.alert.endText')}
            value={ending}
            onChange={(event) => setEnding(event.target.value)}
          />
          <Button type="submit">{t('ordersBoard.alert.end')}</Button>
        </form>
      )}
    </Banner>
  );
}
