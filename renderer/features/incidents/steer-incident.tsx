import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { IncidentView } from '#contract/incidents/view.ts';
import { useCore } from '#renderer/core-client/core-provider.tsx';
import { GapFields } from '#renderer/features/alerts/gap-fields.tsx';
import { sayDue } from '#renderer/i18n/moments.ts';
import { Button } from '#renderer/ui/button.tsx';
import { ChoiceChips } from '#renderer/ui/choice-chips.tsx';
import { Field } from '#renderer/ui/field.tsx';
import { useTell } from '#renderer/ui/notice.tsx';
import { useIncidentCall } from './use-incident-call.ts';

const HOUR_MS = 3_600_000;
const LONGER = ['1', '2', '4', '8', '24'] as const;

type Step = 'fill' | 'prolong' | 'end' | null;

/** What leads do while it lasts and after: complete its wording, prolong it, end it, read the report. */
export function SteerIncident({ incident, onReport }: { incident: IncidentView; onReport: () => void }) {
  const { t } = useTranslation();
  const [step, setStep] = useState<Step>(null);
  const { state, endedHow, gaps, mayLead } = incident;
  const open = state !== 'ended';
  const done = () => setStep(null);
  return (
    <div className="flex flex-col gap-3 border-t border-edge pt-4">
      <div className="flex flex-wrap gap-2">
        <Button onClick={onReport}>{t('incidents.steer.report')}</Button>
        {mayLead && open && gaps.length > 0 ? (
          <Button aria-expanded={step === 'fill'} onClick={() => setStep('fill')}>
            {t('incidents.steer.fill')}
          </Button>
        ) : null}
        {mayLead && endedHow !== 'early' ? (
          <Button aria-expanded={step === 'prolong'} onClick={() => setStep('prolong')}>
            {t('incidents.steer.prolong')}
          </Button>
        ) : null}
        {mayLead && open ? (
          <Button look="danger" aria-expanded={step === 'end'} onClick={() => setStep('end')}>
            {t('incidents.steer.end')}
          </Button>
        ) : null}
      </div>
      {step === 'fill' ? <FillForm incident={incident} onDone={done} /> : null}
      {step === 'prolong' ? <ProlongForm incident={incident} onDone={done} /> : null}
      {step === 'end' ? <EndForm incident={incident} onDone={done} /> : null}
    </div>
  );
}

interface StepFormProps {
  incident: IncidentView;
  onDone: () => void;
}

function FillForm({ incident: { id, gaps }, onDone }: StepFormProps) {
  const { t } = useTranslation();
  const core = useCore();
  const tell = useTell();
  const call = useIncidentCall();
  const [values, setValues] = useState<Record<string, string>>({});
  return (
    <form
      className="flex flex-col gap-2"
      onSubmit={(event) => {
        event.preventDefault();
        void call(() => core.incidents.fill({ incidentId: id, values })).then((filled) => {
          if (!filled) return;
          tell({ tone: 'done', title: t('incidents.steer.filled') });
          onDone();
        });
      }}
    >
      <GapFields gaps={gaps} values={values} onChange={setValues} />
      <div>
        <Button type="submit">{t('incidents.steer.save')}</Button>
      </div>
    </form>
  );
}

function ProlongForm({ incident: { id, toMs }, onDone }: StepFormProps) {
  const { t, i18n } = useTranslation();
  const core = useCore();
  const tell = useTell();
  const call = useIncidentCall();
  const [hours, setHours] = useState<(typeof LONGER)[number]>('2');
  const [reason, setReason] = useState('');
  const until = Math.max(toMs, Date.now()) + Number(hours) * HOUR_MS;
  const when = sayDue(until, i18n.language);
  return (
    <form
      className="flex flex-col gap-2"
      onSubmit={(event) => {
        event.preventDefault();
        if (reason.trim() === '') return;
        void call(() => core.incidents.prolong({ incidentId: id, toMs: until, reason })).then((prolonged) => {
          if (!prolonged) return;
          tell({ tone: 'done', title: t('incidents.steer.prolonged', { when }) });
          onDone();
        });
      }}
    >
      <p className="text-note text-ink-2">{t('incidents.steer.by')}</p>
      <ChoiceChips
        label={t('incidents.steer.by')}
        value={hours}
        options={LONGER.map((value) => ({ value, content: t('incidents.form.hours', { count: Number(value) }) }))}
        onChange={setHours}
      />
      <p className="figures text-note text-ink-2">{t('incidents.form.endsAt', { when })}</p>
      <ReasonRow reason={reason} onChange={setReason} button={t('incidents.steer.prolong')} />
    </form>
  );
}

function EndForm({ incident: { id }, onDone }: StepFormProps) {
  const { t } = useTranslation();
  const core = useCore();
  const tell = useTell();
  const call = useIncidentCall();
  const [reason, setReason] = useState('');
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (reason.trim() === '') return;
        void call(() => core.incidents.end({ incidentId: id, reason })).then((ended) => {
          if (!ended) return;
          tell({ tone: 'done', title: t('incidents.steer.over') });
          onDone();
        });
      }}
    >
      <ReasonRow reason={reason} onChange={setReason} button={t('incidents.steer.end')} />
    </form>
  );
}

function ReasonRow({ reason, onChange, button }: { reason: string; onChange: (text: string) => void; button: string }) {
  const { t } = useTranslation();
  return (
    <div className="flex flex-wrap items-end gap-2">
      <Field
        className="min-w-48 flex-1"
        label={t('incidents.steer.reason')}
        maxLength={300}
        required
        autoFocus
        value={reason}
        onChange={(event) => onChange(event.target.value)}
      />
      <Button type="submit" aria-disabled={reason.trim() === ''}>
        {button}
      </Button>
    </div>
  );
}
