import { Plus, X } from 'lucide-react';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { HoursException } from '#contract/site-rules/opening-hours.ts';
import { SectionCard } from '#renderer/features/settings/section-card.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { Field } from '#renderer/ui/field.tsx';
import { hoursText, readHours } from './hours-text.ts';
import { type RulesPartProps, useChangeRules } from './use-site-rules.ts';

/** Days with hours of their own. */
export function ExceptionsCard({ view }: RulesPartProps) {
  const { t } = useTranslation();
  const change = useChangeRules();
  const { exceptions } = view.rules;
  const keep = (next: HoursException[]) =>
    change((rules) => rules.change({ set: { exceptions: next } }), t('siteRules.saved'));
  return (
    <SectionCard heading={t('siteRules.exceptions')} intro={t('siteRules.exceptionsIntro')}>
      {exceptions.length === 0 ? <p className="text-note text-ink-3">{t('siteRules.exceptionsNone')}</p> : null}
      <ul className="flex flex-col">
        {exceptions.map((one) => (
          <li key={one.day} className="flex min-h-10 items-center gap-4 border-b border-edge text-body last:border-0">
            <span className="figures w-28 shrink-0">{one.day}</span>
            <span className="figures w-44 shrink-0">{hoursText(one.hours) || t('siteRules.closed')}</span>
            <span className="min-w-0 flex-1 text-note text-ink-2">{one.note}</span>
            {view.mayChange ? (
              <button
                type="button"
                aria-label={t('siteRules.exceptionRemove', { day: one.day })}
                onClick={() => void keep(exceptions.filter(({ day }) => day !== one.day))}
                className="rounded-small p-1.5 text-ink-2 hover:bg-hover hover:text-ink"
              >
                <X className="size-4" aria-hidden />
              </button>
            ) : null}
          </li>
        ))}
      </ul>
      {view.mayChange ? <AddException exceptions={exceptions} keep={keep} /> : null}
    </SectionCard>
  );
}

interface AddExceptionProps {
  exceptions: readonly HoursException[];
  keep: (next: HoursException[]) => Promise<boolean>;
}

function AddException({ exceptions, keep }: AddExceptionProps) {
  const { t } = useTranslation();
  const [day, setDay] = useState('');
  const [text, setText] = useState('');
  const [note, setNote] = useState('');
  const [tried, setTried] = useState(false);
  const hours = readHours(text);
  const dayFits = /^\d{4}-\d\d-\d\d$/.test(day) && !exceptions.some((one) => one.day === day);
  const add = async (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (!dayFits || hours === null) return;
    const next = [...exceptions, { day, hours, note: note.trim() }].sort((a, b) => (a.day < b.day ? -1 : 1));
    if (!(await keep(next))) return;
    setDay('');
    setText('');
    setNote('');
    setTried(false);
  };
  return (
    <form onSubmit={add} className="mt-3 flex flex-wrap items-start gap-3">
      <Field
        className="w-37"
        type="date"
        label={t('siteRules.exceptionDay')}
        problem={tried && !dayFits ? t('siteRules.exceptionDayWrong') : null}
        value={day}
        onChange={(event) => setDay(event.target.value)}
      />
      <Field
        className="w-44"
        label={t('siteRules.exceptionHours')}
        placeholder={t('siteRules.closed')}
        maxLength={80}
        autoComplete="off"
        problem={hours === null ? t('siteRules.hoursWrong') : null}
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      <Field
        className="w-37"
        label={t('siteRules.exceptionNote')}
        maxLength={40}
        autoComplete="off"
        value={note}
        onChange={(event) => setNote(event.target.value)}
      />
      <Button type="submit" className="mt-6">
        <Plus className="size-4" aria-hidden />
        {t('siteRules.exceptionAdd')}
      </Button>
    </form>
  );
}
