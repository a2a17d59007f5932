import { useTranslation } from 'react-i18next';
import { type Stage, stageSchema } from '#contract/vocabulary.ts';
import { valueAt, withValue } from '../entry-values.ts';
import { EntryListForm } from './entry-list-form.tsx';
import { freeId, partsAt, partsIn, textIn, textsIn } from './outline-parts.ts';
import { AddRow, RemoveRow } from './row-button.tsx';
import { SmallText, Tick } from './small-field.tsx';
import { StageForm } from './stage-form.tsx';
import type { OutlineFormProps } from './table-form.tsx';

/** A flow in people's words: its four stages, how it may end, and what soothes. */
export function FlowForm({ entry, titles, findings, onChange }: OutlineFormProps) {
  const { t } = useTranslation();
  const stages = partsAt(entry, 'stages');
  const outcomes = partsAt(entry, 'outcomes');
  const set = (path: string, value: unknown) => onChange(withValue(entry, path, value));
  const fieldsOf = (until: number) => stages.slice(0, until).flatMap((stage) => partsIn(stage, 'fields'));
  const fieldIds = fieldsOf(stages.length).map((field) => textIn(field, 'id'));
  const hours = valueAt(entry, 'promiseWithinHours');
  return (
    <div className="grid gap-2.5">
      {stages.map((stage, index) => (
        <StageForm
          key={textIn(stage, 'stage')}
          stage={stage}
          name={nameOf(textIn(stage, 'stage'), index)}
          path={`stages.${index}`}
          titles={titles}
          findings={findings}
          captured={fieldsOf(index + 1)}
          fieldIds={fieldIds}
          onChange={set}
        />
      ))}
      <fieldset className="grid gap-1 rounded-large border border-edge bg-panel px-3.5 py-3" data-path="outcomes">
        <legend className="sr-only">{t('outline.outcomes.title')}</legend>
        <h3 className="text-body font-semibold">{t('outline.outcomes.title')}</h3>
        {outcomes.map((outcome, index) => {
          const at = `outcomes.${index}`;
          const label = textIn(outcome, 'label');
          return (
            <div key={textIn(outcome, 'id')} data-path={at} className="flex flex-wrap items-center gap-x-2 gap-y-1">
              <span className="min-w-0 flex-1 basis-40">
                <SmallText
                  bare
                  label={t('outline.outcomes.nth', { number: index + 1 })}
                  maxLength={16}
                  value={label}
                  onChange={(text) => set(`${at}.label`, text)}
                />
              </span>
              <Tick checked={outcome['needsWorkOrder'] === true} onChange={(on) => set(`${at}.needsWorkOrder`, on)}>
                {t('outline.outcomes.needsWorkOrder')}
              </Tick>
              <Tick checked={outcome['needsPromise'] === true} onChange={(on) => set(`${at}.needsPromise`, on)}>
                {t('outline.outcomes.needsPromise')}
              </Tick>
              <RemoveRow label={t('outline.outcomes.remove', { label })} onRemove={() => set(at, undefined)} />
            </div>
          );
        })}
        <AddRow
          onAdd={() => {
            const ids = outcomes.map((outcome) => textIn(outcome, 'id'));
            set('outcomes', [
              ...outcomes,
              { id: freeId(ids, 'outcome'), label: '', needsWorkOrder: false, needsPromise: false },
            ]);
          }}
        >
          {t('outline.outcomes.add')}
        </AddRow>
      </fieldset>
      <EntryListForm
        label={t('outline.soothing')}
        ids={textsIn(entry, 'soothing')}
        titles={titles}
        kinds={['line', 'courtesy']}
        path="soothing"
        onChange={set}
      />
      <SmallText
        label={t('outline.promiseWithin')}
        maxLength={3}
        value={typeof hours === 'number' ? String(hours) : ''}
        onChange={(text) => {
          const digits = text.replaceAll(/\D/g, '');
          set('promiseWithinHours', digits === '' ? undefined : Number(digits));
        }}
      />
    </div>
  );
}

const nameOf = (stage: string, index: number): Stage =>
  stageSchema.safeParse(stage).data ?? stageSchema.options[index] ?? 'accept';
