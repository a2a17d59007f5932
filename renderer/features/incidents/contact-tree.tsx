import clsx from 'clsx';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ContactView, IncidentView } from '#contract/incidents/view.ts';
import { useCore } from '#renderer/core-client/core-provider.tsx';
import { sayDue, sayMoment } from '#renderer/i18n/moments.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Chip } from '#renderer/ui/chip.tsx';
import { Field } from '#renderer/ui/field.tsx';
import { SheetPart } from './sheet-part.tsx';
import { useIncidentCall } from './use-incident-call.ts';

/** Who calls whom, in order; the call that is next has its buttons, and its fallback once nobody answered. */
export function ContactTree({ incident }: { incident: IncidentView }) {
  const { t } = useTranslation();
  if (incident.contacts.length === 0) return null;
  return (
    <SheetPart title={t('incidents.calls.title')}>
      <ol className="flex flex-col gap-2">
        {incident.contacts.map((contact, index) => (
          <Call
            key={`${contact.caller} ${contact.post}`}
            incidentId={incident.id}
            index={index}
            contact={contact}
            open={incident.state !== 'ended'}
          />
        ))}
      </ol>
    </SheetPart>
  );
}

interface CallProps {
  incidentId: string;
  index: number;
  contact: ContactView;
  open: boolean;
}

function Call({ incidentId, index, contact, open }: CallProps) {
  const { t, i18n } = useTranslation();
  const core = useCore();
  const call = useIncidentCall();
  const [note, setNote] = useState('');
  const { caller, state, tries, fallback, askFallback, dueAtMs } = contact;
  const late = state !== 'reached' && dueAtMs <= Date.now();
  const whom = askFallback && fallback ? ('fallback' as const) : ('post' as const);
  const { post, reach } = whom === 'fallback' && fallback ? fallback : contact;
  const record = async (reached: boolean) => {
    const done = await call(() => core.incidents.recordCall({ incidentId, call: index, whom, reached, note }));
    if (done) setNote('');
  };
  return (
    <li
      className={clsx(
        'flex flex-col gap-1 rounded-base border px-3 py-2',
        open && state === 'next' ? 'border-accent' : 'border-edge',
      )}
    >
      <p className="flex flex-wrap items-baseline gap-x-3 gap-y-1" lang="zh-CN">
        <span className="figures text-small text-ink-3">{index + 1}</span>
        <span className="text-body">{t('incidents.calls.line', { caller, post: contact.post })}</span>
        <span className="text-note text-ink-2">{contact.reach}</span>
        <span className={clsx('figures text-small', late ? 'text-late' : 'text-ink-2')}>
          {t('incidents.calls.by', { when: sayDue(dueAtMs, i18n.language) })}
        </span>
        {open ? <Chip tone={state === 'next' ? 'accent' : 'plain'}>{t(`incidents.calls.state.${state}`)}</Chip> : null}
      </p>
      {tries.map((tried) => (
        <p key={tried.atMs} className="figures text-small text-ink-2" lang="zh-CN">
          {t('incidents.calls.done', {
            when: sayMoment(tried.atMs, Date.now(), i18n.language, t),
            name: tried.personName === '' ? t('incidents.someone') : tried.personName,
            post: (tried.whom === 'fallback' ? fallback?.post : contact.post) ?? '',
            how: t(`incidents.calls.how.${tried.reached ? 'reached' : 'missed'}`),
          })}
          {tried.note === '' ? '' : ` · ${tried.note}`}
        </p>
      ))}
      {open && state === 'next' ? (
        <div className="flex flex-wrap items-end gap-2">
          {whom === 'fallback' ? (
            <p className="w-full text-note text-warn" lang="zh-CN">
              {t('incidents.calls.fallback', { post, reach })}
            </p>
          ) : null}
          <Field
            className="min-w-40 flex-1"
            lang="zh-CN"
            label={t('incidents.calls.note')}
            maxLength={200}
            value={note}
            onChange={(event) => setNote(event.target.value)}
          />
          <Button aria-label={t('incidents.calls.reachedOf', { post })} onClick={() => void record(true)}>
            {t('incidents.calls.reached')}
          </Button>
          <Button aria-label={t('incidents.calls.missedOf', { post })} onClick={() => void record(false)}>
            {t('incidents.calls.missed')}
          </Button>
        </div>
      ) : null}
    </li>
  );
}
