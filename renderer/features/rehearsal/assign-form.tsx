import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCore } from '#renderer/core-client/core-provider.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { ChoiceField } from '#renderer/ui/choice-field.tsx';
import { Field } from '#renderer/ui/field.tsx';
import { useTell } from '#renderer/ui/notice.tsx';
import { useRehearsalCall, useScenarios } from './rehearsal-query.ts';
import { shortScenario } from './say-run.ts';

/** One scenario for one or more people, with a day if there is one. */
export function AssignForm({ onDone }: { onDone: () => void }) {
  const { t } = useTranslation();
  const core = useCore();
  const call = useRehearsalCall();
  const tell = useTell();
  const scenarios = useScenarios()?.scenarios ?? [];
  const people = useQuery({
    queryKey: ['people', 'list'],
    queryFn: ({ signal }) => core.people.list(undefined, { signal }),
  });
  const [scenarioId, setScenarioId] = useState('');
  const [personIds, setPersonIds] = useState<readonly string[]>([]);
  const [dueDay, setDueDay] = useState('');
  const chosen = scenarioId || (scenarios[0]?.scenarioId ?? '');
  const ready = chosen !== '' && personIds.length > 0;
  const assign = async () => {
    if (!ready) return;
    const input = { scenarioId: chosen, personIds: [...personIds], dueDay: dueDay === '' ? null : dueDay };
    const done = await call(async (calls) => {
      await calls.assign(input);
      return true;
    });
    if (!done) return;
    tell({ tone: 'done', title: t('rehearsal.lead.assignedDone') });
    setPersonIds([]);
    onDone();
  };
  return (
    <section aria-labelledby="lead-assign" className="rounded-large bg-panel p-5 shadow-lift">
      <h2 id="lead-assign" className="font-semibold">
        {t('rehearsal.lead.assign')}
      </h2>
      <div className="mt-3 grid grid-cols-2 gap-3 narrow:grid-cols-1">
        <ChoiceField
          label={t('rehearsal.lead.scenario')}
          value={chosen}
          options={scenarios.map(({ scenarioId, title }) => ({ value: scenarioId, label: shortScenario(title) }))}
          onChange={setScenarioId}
        />
        <Field
          type="date"
          label={t('rehearsal.lead.due')}
          value={dueDay}
          onChange={(event) => setDueDay(event.target.value)}
        />
      </div>
      <fieldset className="mt-3">
        <legend className="text-note text-ink-2">{t('rehearsal.lead.assignTo')}</legend>
        <div className="mt-1 flex flex-wrap gap-x-5 gap-y-1.5">
          {people.data?.map(({ id, name }) => (
            <label key={id} className="inline-flex items-center gap-2">
              <input
                type="checkbox"
                checked={personIds.includes(id)}
                onChange={(event) =>
                  setPersonIds(event.target.checked ? [...personIds, id] : personIds.filter((one) => one !== id))
                }
              />
              {name}
            </label>
          ))}
        </div>
      </fieldset>
      <Button className="mt-3" aria-disabled={!ready} onClick={() => void assign()}>
        {t('rehearsal.lead.assignNow')}
      </Button>
    </section>
  );
}
