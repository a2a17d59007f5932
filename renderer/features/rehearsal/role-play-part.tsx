import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Norm } from '#contract/judge.ts';
import type { Person } from '#contract/people.ts';
import { NORMS } from '#contract/rehearsal/terms.ts';
import { useCore } from '#renderer/core-client/core-provider.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { ChoiceChips } from '#renderer/ui/choice-chips.tsx';
import { ChoiceField } from '#renderer/ui/choice-field.tsx';
import { Field } from '#renderer/ui/field.tsx';
import { useTell } from '#renderer/ui/notice.tsx';
import { useRehearsalCall, useScenarios } from './rehearsal-query.ts';
import { shortScenario } from './say-run.ts';

const steps = [
  ['s100', 100],
  ['s50', 50],
  ['s0', 0],
] as const;

/** The weekly role play between two people, on the sheet of the scenarios. */
export function RolePlayPart({ person }: { person: Person }) {
  const { t } = useTranslation();
  const core = useCore();
  const queries = useQueryClient();
  const call = useRehearsalCall();
  const tell = useTell();
  const list = useScenarios();
  const people = useQuery({
    queryKey: ['people', 'list'],
    queryFn: ({ signal }) => core.people.list(undefined, { signal }),
  });
  const past = useQuery({
    queryKey: ['rehearsal', 'rolePlays'],
    queryFn: ({ signal }) => core.rehearsal.rolePlays(undefined, { signal }),
  });
  const [scenarioId, setScenarioId] = useState('');
  const chosen = scenarioId || (list?.scenarios[0]?.scenarioId ?? '');
  const sheet = useQuery({
    queryKey: ['rehearsal', 'sheet', chosen],
    queryFn: ({ signal }) => core.rehearsal.rolePlaySheet({ scenarioId: chosen }, { signal }),
    enabled: chosen !== '',
  }).data;
  const [personId, setPersonId] = useState(person.id);
  const [customerId, setCustomerId] = useState('');
  const [norms, setNorms] = useState<Partial<Record<Norm, number>>>({});
  const [note, setNote] = useState('');
  const colleagues = (people.data ?? []).map(({ id, name }) => ({ value: id, label: name }));
  const marked = Object.keys(norms).length > 0;

  const save = async () => {
    if (!marked) return;
    const customerPersonId = customerId === '' ? null : customerId;
    const played = await call((calls) =>
      calls.scoreRolePlay({ scenarioId: chosen, personId, customerPersonId, norms, note }),
    );
    if (!played) return;
    tell({ tone: 'done', title: t('rehearsal.rolePlay.saved', { score: played.score }) });
    setNorms({});
    setNote('');
    void queries.invalidateQueries({ queryKey: ['rehearsal', 'rolePlays'] });
  };
  return (
    <div className="mt-4 grid grid-cols-[minmax(0,1.3fr)_minmax(0,1fr)] gap-6 drawer:grid-cols-1">
      <section aria-labelledby="role-lines" className="rounded-large bg-panel p-5 shadow-lift">
        <p className="text-note text-ink-2">{t('rehearsal.rolePlay.intro')}</p>
        <div className="mt-3 grid grid-cols-3 gap-3 narrow:grid-cols-1">
          <ChoiceField
            label={t('rehearsal.lead.scenario')}
            value={chosen}
            options={(list?.scenarios ?? []).map((one) => ({ value: one.scenarioId, label: shortScenario(one.title) }))}
            onChange={setScenarioId}
          />
          <ChoiceField
            label={t('rehearsal.rolePlay.answers')}
            value={personId}
            options={colleagues}
            onChange={setPersonId}
          />
          <ChoiceField
            label={t('rehearsal.rolePlay.customer')}
            value={customerId}
            options={[{ value: '', label: t('rehearsal.rolePlay.nobody') }, ...colleagues]}
            onChange={setCustomerId}
          />
        </div>
        <h2 id="role-lines" className="mt-4 font-semibold">
          {t('rehearsal.rolePlay.lines')}
        </h2>
        <p className="spoken text-note text-ink-2" lang="zh-CN">
          {sheet?.briefing}
        </p>
        <ol className="mt-2 flex flex-col gap-3">
          {sheet?.turns.map((turn) => (
            <li key={turn.id} className="border-l-[3px] border-edge-strong pl-3">
              <p className="spoken text-head" lang="zh-CN">
                {turn.says}
              </p>
              <p className="text-small text-ink-2">
                {t('rehearsal.rolePlay.listen')}{' '}
                {turn.needs.map((need) => t(`rehearsal.element.${need}`)).join(t('rehearsal.listJoin'))}
              </p>
            </li>
          ))}
        </ol>
      </section>
      <div className="flex flex-col gap-6">
        <section aria-labelledby="role-sheet" className="rounded-large bg-panel p-5 shadow-lift">
          <h2 id="role-sheet" className="font-semibold">
            {t('rehearsal.rolePlay.sheet')}
          </h2>
          <ul className="mt-3 flex flex-col gap-3">
            {NORMS.map((norm) => (
              <li key={norm} className="flex flex-wrap items-center gap-x-4 gap-y-1">
                <span className="w-32 text-note">{t(`rehearsal.norm.${norm}`)}</span>
                <ChoiceChips
                  label={t(`rehearsal.norm.${norm}`)}
                  mayBeNone
                  value={steps.find(([, percent]) => percent === norms[norm])?.[0] ?? null}
                  options={steps.map(([value]) => ({ value, content: t(`rehearsal.rolePlay.kept.${value}`) }))}
                  onChange={(value) => {
                    const percent = steps.find(([name]) => name === value)?.[1];
                    const { [norm]: _gone, ...others } = norms;
                    setNorms(percent === undefined ? others : { ...others, [norm]: percent });
                  }}
                />
                {norms[norm] === undefined ? (
                  <span className="text-small text-ink-3">{t('rehearsal.rolePlay.kept.none')}</span>
                ) : null}
              </li>
            ))}
          </ul>
          <Field
            className="mt-3"
            label={t('rehearsal.rolePlay.note')}
            maxLength={500}
            value={note}
            onChange={(event) => setNote(event.target.value)}
          />
          <Button look="primary" className="mt-3" aria-disabled={!marked} onClick={() => void save()}>
            {t('rehearsal.rolePlay.save')}
          </Button>
        </section>
        <section aria-labelledby="role-past">
          <h2 id="role-past" className="font-semibold">
            {t('rehearsal.rolePlay.past')}
          </h2>
          {past.data?.length === 0 ? (
            <p className="mt-1 text-note text-ink-2">{t('rehearsal.rolePlay.pastNone')}</p>
          ) : null}
          <ul className="mt-1 text-note">
            {past.data?.map((one) => (
              <li key={one.rolePlayId} className="border-b border-edge py-1.5">
                {t('rehearsal.rolePlay.pastRow', {
                  name: one.personName,
                  title: shortScenario(one.title),
                  score: one.score,
                })}
                {one.note === '' ? null : <q className="block text-ink-2">{one.note}</q>}
              </li>
            ))}
          </ul>
        </section>
      </div>
    </div>
  );
}
