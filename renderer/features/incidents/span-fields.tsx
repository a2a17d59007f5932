import { useTranslation } from 'react-i18next';
import { sayDue } from '#renderer/i18n/moments.ts';
import { ChoiceChips } from '#renderer/ui/choice-chips.tsx';
import { Field } from '#renderer/ui/field.tsx';
import { type RaiseForm, spanOf } from './raise-form.ts';
import { SheetPart } from './sheet-part.tsx';

interface SpanFieldsProps {
  form: RaiseForm;
  planHours: number;
  onChange: (part: Partial<RaiseForm>) => void;
}

const HOURS = [1, 2, 4, 8, 24, 72];
const MINUTES = [3, 5, 10, 15, 30, 60, 120];

const sorted = (all: readonly number[], one: number) =>
  [...new Set([...all, one])].sort((a, b) => a - b).map((value) => String(value));

/** From when, for how long, and how soon it must have been read. */
export function SpanFields({ form, planHours, onChange }: SpanFieldsProps) {
  const { t, i18n } = useTranslation();
  const { toMs } = spanOf(form, Date.now());
  return (
    <>
      <SheetPart title={t('incidents.form.starts')}>
        <ChoiceChips
          label={t('incidents.form.starts')}
          value={form.starts}
          options={[
            { value: 'now', content: t('incidents.form.startsNow') },
            { value: 'later', content: t('incidents.form.startsAt') },
          ]}
          onChange={(starts) => onChange({ starts })}
        />
        {form.starts === 'later' ? (
          <Field
            className="max-w-[18rem]"
            label={t('incidents.form.startsAt')}
            type="datetime-local"
            required
            value={form.startText}
            onChange={(event) => onChange({ startText: event.target.value })}
          />
        ) : null}
      </SheetPart>
      <SheetPart title={t('incidents.form.ends')}>
        <ChoiceChips
          label={t('incidents.form.ends')}
          value={String(form.hours)}
          options={sorted(HOURS, planHours).map((value) => ({
            value,
            content: t('incidents.form.hours', { count: Number(value) }),
          }))}
          onChange={(hours) => onChange({ hours: Number(hours) })}
        />
        <p className="figures text-note text-ink-2">
          {t('incidents.form.endsAt', { when: sayDue(toMs, i18n.language) })}
        </p>
      </SheetPart>
      <SheetPart title={t('incidents.form.read')}>
        <ChoiceChips
          label={t('incidents.form.read')}
          value={String(form.readWithinMinutes)}
          options={sorted(MINUTES, form.readWithinMinutes).map((value) => ({
            value,
            content: t('incidents.form.minutes', { count: Number(value) }),
          }))}
          onChange={(minutes) => onChange({ readWithinMinutes: Number(minutes) })}
        />
      </SheetPart>
    </>
  );
}
