import { useTranslation } from 'react-i18next';
import type { ShiftView } from '#contract/work-orders/shifts.ts';
import { useNow } from '#renderer/features/conversation/use-now.ts';
import { useCurrentPerson } from '#renderer/features/people/use-people.ts';
import { Banner } from '#renderer/ui/banner.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { sayMomentOf } from '#renderer/ui/deadline-words.ts';
import { useTell } from '#renderer/ui/notice.tsx';
import { TakenPromise } from './taken-promise.tsx';
import { useSiteZone } from './use-orders.ts';
import { useOrdersCall, useShift } from './use-shift.ts';

/** Around the end of a shift: what is still in hand, what was left, and what the last shift passed on. */
export function ShiftStrip({ onEnd }: { onEnd: () => void }) {
  const shift = useShift().data;
  if (!shift) return null;
  const { dueNow, left, waiting, promisesTaken } = shift;
  if (!dueNow && left.length + waiting.length + promisesTaken.length === 0) return null;
  return (
    <div className="flex flex-col gap-2 px-3 pt-2">
      <Prompt shift={shift} onEnd={onEnd} />
      <LeftBehind left={left} />
      <Waiting shift={shift} />
      {promisesTaken.map((promise) => (
        <TakenPromise key={promise.conversationId} promise={promise} />
      ))}
    </div>
  );
}

function Prompt({ shift, onEnd }: { shift: ShiftView; onEnd: () => void }) {
  const { t, i18n } = useTranslation();
  const nowMs = useNow();
  const timeZone = useSiteZone();
  const { endsAtMs, dueNow, orders, promises } = shift;
  if (!dueNow || endsAtMs === null) return null;
  const time = new Intl.DateTimeFormat(i18n.language, {
    timeZone,
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  });
  const count = orders.length + promises.length;
  return (
    <Banner
      tone="warn"
      title={t(nowMs < endsAtMs ? 'watch.shift.soonTitle' : 'watch.shift.overTitle', {
        count,
        time: time.format(endsAtMs),
      })}
      action={
        <Button size="small" onClick={onEnd}>
          {t('watch.shift.open')}
        </Button>
      }
    />
  );
}

function LeftBehind({ left }: Pick<ShiftView, 'left'>) {
  const { t, i18n } = useTranslation();
  const nowMs = useNow();
  const timeZone = useSiteZone();
  const call = useOrdersCall();
  return left.map(({ endId, personName, atMs, orders, promises }) => (
    <Banner
      key={endId}
      tone="warn"
      title={t('watch.shift.leftTitle', {
        name: personName,
        when: sayMomentOf(atMs, { t, language: i18n.language, nowMs, timeZone }),
        count: orders.length + promises,
      })}
      action={
        <Button size="small" onClick={() => void call((core) => core.workOrders.seeLeft({ endId }))}>
          {t('watch.shift.leftSeen')}
        </Button>
      }
    >
      <span className="figures" lang="zh-CN">
        {orders.map(({ number, matter }) => `${number} ${matter}`).join(t('frame.listJoin'))}
      </span>
    </Banner>
  ));
}

function Waiting({ shift: { waiting } }: { shift: ShiftView }) {
  const { t } = useTranslation();
  const tell = useTell();
  const call = useOrdersCall();
  const person = useCurrentPerson(true).data;
  if (!person || !waiting.some(({ steps }) => steps.includes('handOver'))) return null;
  const take = async (ids: readonly string[]) => {
    const step = { type: 'handOver', toPersonId: person.id, toName: person.name, text: '' } as const;
    const taken = await call((core) => core.workOrders.actOnMany({ workOrderIds: [...ids], step }));
    const count = taken?.filter(({ refused }) => refused === null).length ?? 0;
    if (count > 0) tell({ tone: 'done', title: t('watch.shift.taken', { count }) });
  };
  return (
    <Banner
      tone="plain"
      title={t('watch.shift.waitingTitle', { count: waiting.length })}
      action={
        waiting.length > 1 ? (
          <Button size="small" onClick={() => void take(waiting.map(({ id }) => id))}>
            {t('watch.shift.takeAll')}
          </Button>
        ) : null
      }
    >
      <ul className="flex flex-wrap gap-x-4 gap-y-1">
        {waiting.map(({ id, number, matter }) => (
          <li key={id} className="flex items-center gap-2">
            <span className="figures" lang="zh-CN">
              {number} {matter}
            </span>
            <Button size="small" aria-label={`${t('watch.shift.take')} ${number}`} onClick={() => void take([id])}>
              {t('watch.shift.take')}
            </Button>
          </li>
        ))}
      </ul>
    </Banner>
  );
}
