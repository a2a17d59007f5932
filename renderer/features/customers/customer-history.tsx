import { ClockAlert, History, Repeat2 } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CustomerHistory } from '#contract/customers.ts';
import { useTalk } from '#renderer/features/conversation/conversation-provider.tsx';
import { useNow } from '#renderer/features/conversation/use-now.ts';
import { sayDue, sayMoment } from '#renderer/i18n/moments.ts';
import { useHistory } from './use-history.ts';

interface CustomerHistoryProps {
  /** As typed or known; nothing shows before it is whole and somebody with it was here before. */
  number: string;
  /** The conversation being led. */
  leaveOut?: string;
}

/** A returning customer: how often, when last, what was promised and is still open, and whether it is the same matter again. */
export function CustomerHistoryNote({ number, leaveOut }: CustomerHistoryProps) {
  const { t, i18n } = useTranslation();
  const now = useNow();
  const history = useHistory(number, leaveOut);
  const [open, setOpen] = useState(false);
  if (history === null) return null;
  const last = history.lastAtMs ?? now;
  return (
    <section
      aria-label={t('customers.title')}
      className="rounded-base border border-edge bg-sunken px-3 py-2 text-note"
    >
      <div className="flex items-baseline gap-2">
        <History className="size-4 shrink-0 self-center text-accent" aria-hidden />
        <p role="status" className="figures min-w-0 flex-1 font-semibold">
          {t('customers.count', {
            times: history.count,
            time: sayMoment(last, Math.max(now, last), i18n.language, t),
          })}
        </p>
        <button
          type="button"
          aria-expanded={open}
          onClick={() => setOpen(!open)}
          className="rounded-small px-1 text-accent underline underline-offset-3"
        >
          {t(open ? 'customers.less' : 'customers.all')}
        </button>
      </div>
      {history.repeat === null ? null : (
        <p className="mt-1 flex gap-1.5 text-warn">
          <Repeat2 className="mt-0.5 size-4 shrink-0" aria-hidden />
          {t('customers.repeat', {
            days: history.repeat.withinDays,
            times: history.repeat.times,
            title: history.repeat.title,
          })}
        </p>
      )}
      <StillOpen history={history} now={now} />
      {open ? <Contacts history={history} now={now} /> : null}
    </section>
  );
}

interface PartProps {
  history: CustomerHistory;
  now: number;
}

function StillOpen({ history, now }: PartProps) {
  const { t, i18n } = useTranslation();
  const { openSheet } = useTalk();
  const { openPromises, openOrders } = history;
  if (openPromises.length === 0 && openOrders.length === 0) return null;
  return (
    <dl className="mt-1 flex flex-col gap-0.5">
      {openPromises.length === 0 ? null : (
        <div className="flex flex-wrap gap-x-2">
          <dt className="text-ink-2">{t('customers.promises')}</dt>
          {openPromises.map(({ recordId, text, dueAtMs }) => (
            <dd key={recordId} className={dueAtMs < now ? 'flex items-center gap-1 text-late' : undefined}>
              {dueAtMs < now ? <ClockAlert className="size-4" aria-hidden /> : null}
              {t(dueAtMs < now ? 'customers.late' : 'customers.due', { text, when: sayDue(dueAtMs, i18n.language) })}
            </dd>
          ))}
        </div>
      )}
      {openOrders.length === 0 ? null : (
        <div className="flex flex-wrap gap-x-2">
          <dt className="text-ink-2">{t('customers.orders')}</dt>
          {openOrders.map(({ id, number, matter }) => (
            <dd key={id} className="figures">
              <button
                type="button"
                onClick={() => openSheet({ kind: 'order', id })}
                className="text-left text-accent underline underline-offset-3"
              >
                {number} {matter}
              </button>
            </dd>
          ))}
        </div>
      )}
    </dl>
  );
}

function Contacts({ history, now }: PartProps) {
  const { t, i18n } = useTranslation();
  return (
    <ol aria-label={t('customers.contacts')} className="mt-1.5 flex flex-col gap-1.5 border-t border-edge pt-1.5">
      {history.contacts.map((contact) => (
        <li key={contact.id}>
          <p className="figures text-ink-2">
            {[
              sayMoment(contact.startedAtMs, Math.max(now, contact.startedAtMs), i18n.language, t),
              contact.title,
              contact.outcome,
              contact.ownerName,
            ]
              .filter((part) => part !== '')
              .join(' · ')}
          </p>
          {contact.told === '' ? null : (
            <p className="line-clamp-4 whitespace-pre-wrap" lang="zh-CN">
              <span className="sr-only">{t('customers.told')}</span>
              {contact.told}
            </p>
          )}
        </li>
      ))}
    </ol>
  );
}
