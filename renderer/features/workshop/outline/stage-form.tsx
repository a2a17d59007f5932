import { useTranslation } from 'react-i18next';
import type { Stage } from '#contract/vocabulary.ts';
import type { DraftFinding } from '#contract/workshop/views.ts';
import { EntryListForm } from './entry-list-form.tsx';
import { FieldListForm } from './field-list-form.tsx';
import { GapNotes } from './gap-notes.tsx';
import { freeId, type Part, partsIn, textIn, textsIn } from './outline-parts.ts';
import { AddRow, RemoveRow } from './row-button.tsx';
import { SmallText, Tick } from './small-field.tsx';

interface StageFormProps {
  stage: Part;
  name: Stage;
  path: string;
  titles: Readonly<Record<string, string>>;
  findings: readonly DraftFinding[];
  /** Everything that is written down until this stage ends: it may be waited for. */
  captured: readonly Part[];
  /** Ids of fields of all stages. */
  fieldIds: readonly string[];
  onChange: (path: string, value: unknown) => void;
}

/** One stage of a flow: what it is for, what must be done and what must not, what helps, and what has to hold to go on. */
export function StageForm({ stage, name, path, titles, findings, captured, fieldIds, onChange }: StageFormProps) {
  const { t } = useTranslation();
  const exit = (stage['exit'] ?? {}) as Part;
  const waited = textsIn(exit, 'fields');
  const flags = ['tableFinished', 'tableAccepted', 'outcome'] as const;
  return (
    <section
      data-path={path}
      aria-label={t(`vocabulary.stage.${name}`)}
      className="grid gap-2 rounded-large border border-edge bg-panel px-3.5 py-3"
    >
      <h3 className="text-body font-semibold">{t(`vocabulary.stage.${name}`)}</h3>
      <SmallText
        label={t('outline.stage.goal')}
        maxLength={60}
        value={textIn(stage, 'goal')}
        onChange={(text) => onChange(`${path}.goal`, text)}
        path={`${path}.goal`}
      />
      <StepList stage={stage} list="required" path={path} onChange={onChange} />
      <StepList stage={stage} list="forbidden" path={path} onChange={onChange} />
      <EntryListForm
        label={t('outline.stage.suggested')}
        ids={textsIn(stage, 'suggested')}
        titles={titles}
        kinds={['line', 'courtesy']}
        path={`${path}.suggested`}
        onChange={onChange}
      />
      <EntryListForm
        label={t('outline.stage.tables')}
        ids={textsIn(stage, 'tables')}
        titles={titles}
        kinds={['decisionTable']}
        path={`${path}.tables`}
        onChange={onChange}
      />
      <FieldListForm fields={partsIn(stage, 'fields')} path={`${path}.fields`} taken={fieldIds} onChange={onChange} />
      <fieldset className="rounded-base bg-sunken px-2.5 py-1.5">
        <legend className="text-note font-semibold">{t('outline.stage.gate')}</legend>
        <div className="flex flex-wrap gap-x-3">
          {flags.map((flag) => (
            <Tick key={flag} checked={exit[flag] === true} onChange={(on) => onChange(`${path}.exit.${flag}`, on)}>
              {t(`outline.gate.${flag}`)}
            </Tick>
          ))}
          {captured.map((field) => {
            const id = textIn(field, 'id');
            return (
              <Tick
                key={id}
                checked={waited.includes(id)}
                onChange={(on) =>
                  onChange(`${path}.exit.fields`, on ? [...waited, id] : waited.filter((each) => each !== id))
                }
              >
                {t('outline.gate.field', { label: textIn(field, 'label') })}
              </Tick>
            );
          })}
        </div>
      </fieldset>
      <GapNotes findings={findings} path={path} />
    </section>
  );
}

interface StepListProps {
  stage: Part;
  list: 'required' | 'forbidden';
  path: string;
  onChange: (path: string, value: unknown) => void;
}

/** What has to be done in a stage, or must not be. */
function StepList({ stage, list, path, onChange }: StepListProps) {
  const { t } = useTranslation();
  const steps = partsIn(stage, list);
  const ids = [...partsIn(stage, 'required'), ...partsIn(stage, 'forbidden')].map((step) => textIn(step, 'id'));
  return (
    <fieldset className="grid gap-1">
      <legend className="mb-1 text-note font-semibold">{t(`outline.stage.${list}`)}</legend>
      {steps.map((step, index) => {
        const at = `${path}.${list}.${index}`;
        const label = textIn(step, 'label');
        return (
          <div key={textIn(step, 'id')} data-path={at} className="flex flex-wrap items-center gap-x-2 gap-y-1">
            <span className="flex min-w-0 flex-1 basis-72 gap-2">
              <SmallText
                bare
                label={t('outline.step.label', { number: index + 1 })}
                maxLength={list === 'required' ? 14 : 20}
                value={label}
                onChange={(text) => onChange(`${at}.label`, text)}
              />
              {list === 'required' ? (
                <SmallText
                  bare
                  label={t('outline.step.hint', { label })}
                  placeholder={t('outline.hint')}
                  maxLength={60}
                  value={textIn(step, 'hint')}
                  onChange={(text) => onChange(`${at}.hint`, text)}
                />
              ) : null}
            </span>
            <span className="flex items-center gap-1">
              {list === 'required' ? (
                <Tick checked={step['readBack'] === true} onChange={(on) => onChange(`${at}.readBack`, on)}>
                  {t('outline.step.readBack')}
                </Tick>
              ) : null}
              <RemoveRow label={t('outline.step.remove', { label })} onRemove={() => onChange(at, undefined)} />
            </span>
          </div>
        );
      })}
      <AddRow onAdd={() => onChange(`${path}.${list}`, [...steps, { id: freeId(ids, 'step'), label: '' }])}>
        {t(`outline.stage.add.${list}`)}
      </AddRow>
    </fieldset>
  );
}
