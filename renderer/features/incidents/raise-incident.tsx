import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { IncidentPlanView } from '#contract/incidents/view.ts';
import { channelSchema } from '#contract/vocabulary.ts';
import { useCore } from '#renderer/core-client/core-provider.tsx';
import { GapFields } from '#renderer/features/alerts/gap-fields.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { ChoiceField } from '#renderer/ui/choice-field.tsx';
import { Field } from '#renderer/ui/field.tsx';
import { useTell } from '#renderer/ui/notice.tsx';
import { Skeleton } from '#renderer/ui/skeleton.tsx';
import { proposedBy, type RaiseForm, spanOf, unreadyOf } from './raise-form.ts';
import { SheetPart } from './sheet-part.tsx';
import { SpanFields } from './span-fields.tsx';
import { SpeakerFields } from './speaker-fields.tsx';
import { TickChips } from './tick-chips.tsx';
import { useIncidentCall } from './use-incident-call.ts';

interface RaiseIncidentProps {
  onRaised: (incidentId: string) => void;
}

/** A lead picks a plan, puts the facts in, and starts it on every desk of its scope. */
export function RaiseIncident({ onRaised }: RaiseIncidentProps) {
  const { t } = useTranslation();
  const core = useCore();
  const plans = useQuery({
    queryKey: ['incidents', 'plans'],
    queryFn: ({ signal }) => core.incidents.plans(undefined, { signal }),
  }).data;
  const [picked, setPicked] = useState<string | null>(null);
  const plan = plans?.find(({ planId }) => planId === picked) ?? plans?.[0];
  if (!plans || !plan) return <Skeleton label={t('frame.loading')} lines={6} />;
  return (
    <div className="flex flex-col gap-5">
      <ChoiceField
        label={t('incidents.form.plan')}
        value={plan.planId}
        options={plans.map(({ planId, title, incidentKind }) => ({
          value: planId,
          label: `${t(`incidents.kind.${incidentKind}`)} · ${title}`,
        }))}
        onChange={setPicked}
      />
      <Form key={plan.planId} plan={plan} onRaised={onRaised} />
    </div>
  );
}

function Form({ plan, onRaised }: RaiseIncidentProps & { plan: IncidentPlanView }) {
  const { t } = useTranslation();
  const core = useCore();
  const tell = useTell();
  const call = useIncidentCall();
  const [form, setForm] = useState<RaiseForm>(() => proposedBy(plan));
  const change = (part: Partial<RaiseForm>) => setForm((before) => ({ ...before, ...part }));
  const places = useQuery({
    queryKey: ['incidents', 'place'],
    queryFn: ({ signal }) => core.incidents.place(undefined, { signal }),
  }).data?.known;
  const unready = unreadyOf(form);
  const gaps = plan.lines.filter(({ entryId }) => form.lines.includes(entryId)).flatMap((line) => line.gaps);
  const asked = gaps.filter(({ name }, index) => gaps.findIndex((gap) => gap.name === name) === index);

  const raise = async () => {
    if (unready !== null) return;
    const { starts: _starts, startText: _text, hours: _hours, places: to, channels, ...rest } = form;
    const raised = await call(() =>
      core.incidents.raise({
        ...rest,
        planId: plan.planId,
        values: { ...rest.values },
        lines: [...rest.lines],
        speakerIds: [...rest.speakerIds],
        scope: { places: [...to], channels: [...channels] },
        ...spanOf(form, Date.now()),
      }),
    );
    if (!raised) return;
    tell({ tone: 'done', title: t('incidents.form.raised') });
    onRaised(raised.id);
  };

  return (
    <form
      className="flex flex-col gap-5"
      onSubmit={(event) => {
        event.preventDefault();
        void raise();
      }}
    >
      <Field
        lang="zh-CN"
        label={t('incidents.form.text')}
        hint={t('incidents.form.textHint')}
        problem={unready === 'gap' ? t('incidents.form.open') : null}
        maxLength={500}
        required
        value={form.text}
        onChange={(event) => change({ text: event.target.value })}
      />
      <SheetPart title={t('incidents.form.lines')}>
        <TickChips
          lang="zh-CN"
          label={t('incidents.form.lines')}
          values={form.lines}
          options={plan.lines.map(({ entryId, title }) => ({ value: entryId, content: title }))}
          onChange={(lines) => change({ lines })}
        />
        <GapFields gaps={asked} values={form.values} onChange={(values) => change({ values })} />
      </SheetPart>
      <SpanFields form={form} planHours={plan.hours} onChange={change} />
      <SheetPart title={t('incidents.form.places')}>
        {places && places.length > 0 ? (
          <>
            <TickChips
              lang="zh-CN"
              label={t('incidents.form.places')}
              values={form.places}
              options={places.map((place) => ({ value: place, content: place }))}
              onChange={(chosen) => change({ places: chosen })}
            />
            <p className="text-small text-ink-3">{t('incidents.form.placesHint')}</p>
          </>
        ) : (
          <p className="text-note text-ink-2">{t('incidents.form.noPlaces')}</p>
        )}
        <TickChips
          label={t('incidents.form.channels')}
          values={form.channels}
          options={channelSchema.options.map((value) => ({ value, content: t(`vocabulary.channel.${value}`) }))}
          onChange={(channels) => change({ channels })}
        />
      </SheetPart>
      <SpeakerFields form={form} onChange={change} />
      <SheetPart title={t('incidents.calls.title')}>
        <div className="grid grid-cols-2 gap-3 narrow:grid-cols-1">
          {form.contacts.map((contact, index) => (
            <Field
              key={`${contact.caller} ${contact.post}`}
              lang="zh-CN"
              label={`${t('incidents.calls.line', { caller: contact.caller, post: contact.post })} · ${t('incidents.form.minutes', { count: contact.withinMinutes })}`}
              hint={
                contact.fallback
                  ? t('incidents.calls.fallback', { post: contact.fallback.post, reach: contact.fallback.reach })
                  : undefined
              }
              minLength={2}
              maxLength={60}
              required
              value={contact.reach}
              onChange={(event) =>
                change({
                  contacts: form.contacts.map((one, at) =>
                    at === index ? { ...one, reach: event.target.value } : one,
                  ),
                })
              }
            />
          ))}
        </div>
      </SheetPart>
      <div className="sticky -bottom-5 -mx-6 -mb-5 flex flex-wrap items-center gap-3 border-t border-edge bg-panel px-6 py-3">
        <Button type="submit" look="primary" aria-disabled={unready !== null}>
          {t('incidents.form.send')}
        </Button>
        {unready === 'speaker' ? <span className="text-note text-warn">{t('incidents.speaker.nobody')}</span> : null}
        {unready === 'gap' ? <span className="text-note text-warn">{t('incidents.form.open')}</span> : null}
      </div>
    </form>
  );
}
