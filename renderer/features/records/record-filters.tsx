import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '#renderer/ui/button.tsx';
import { ChoiceField } from '#renderer/ui/choice-field.tsx';
import { Field } from '#renderer/ui/field.tsx';
import { narrowing, noFilter, type RecordFilter, useRecordChoices } from './use-records.ts';

interface RecordFiltersProps {
  filter: RecordFilter;
  onChange: (filter: RecordFilter) => void;
}

const kinds = ['conversation', 'specialCall'] as const;
const states = ['running', 'parked', 'finished', 'brokenOff'] as const;

/** Number and name at once; scene, day, state, outcome and person one press away. */
export function RecordFilters({ filter, onChange }: RecordFiltersProps) {
  const { t } = useTranslation();
  const choices = useRecordChoices();
  const [more, setMore] = useState(false);
  const change = (part: Partial<RecordFilter>) => onChange({ ...filter, ...part });
  const narrowed = Object.keys(narrowing(filter)).length > 0;
  return (
    <div className="mb-3 flex flex-col gap-3">
      <div className="flex flex-wrap items-end gap-3">
        <Field
          label={t('records.find')}
          type="tel"
          autoComplete="off"
          maxLength={20}
          placeholder={t('records.findHint')}
          value={filter.number}
          onChange={(event) => change({ number: event.target.value })}
          className="min-w-52 flex-1"
        />
        <Field
          label={t('records.name')}
          autoComplete="off"
          maxLength={20}
          placeholder={t('records.nameHint')}
          value={filter.name}
          onChange={(event) => change({ name: event.target.value })}
          className="min-w-52 flex-1"
        />
        <Button className="min-h-10" aria-expanded={more} onClick={() => setMore(!more)}>
          {t('records.more')}
        </Button>
        {narrowed ? (
          <Button className="min-h-10" look="quiet" onClick={() => onChange(noFilter)}>
            {t('records.clear')}
          </Button>
        ) : null}
      </div>
      {more ? (
        <div className="grid grid-cols-[repeat(auto-fill,minmax(11rem,1fr))] gap-3">
          <Choice
            label={t('records.kind')}
            value={filter.kind}
            options={kinds.map((kind) => ({ value: kind, label: t(`records.kinds.${kind}`) }))}
            onChange={(kind) => change({ kind })}
          />
          <Choice
            label={t('records.scene')}
            value={filter.scene}
            options={(choices?.scenes ?? []).map(({ id, label }) => ({ value: id, label }))}
            onChange={(scene) => change({ scene })}
          />
          <Choice
            label={t('records.stateOf')}
            value={filter.state}
            options={states.map((state) => ({ value: state, label: t(`records.state.${state}`) }))}
            onChange={(state) => change({ state })}
          />
          <Choice
            label={t('records.outcome')}
            value={filter.outcome}
            options={(choices?.outcomes ?? []).map((outcome) => ({ value: outcome, label: outcome }))}
            onChange={(outcome) => change({ outcome })}
          />
          {(choices?.people.length ?? 0) > 0 ? (
            <Choice
              label={t('records.person')}
              value={filter.personId}
              options={(choices?.people ?? []).map(({ id, name }) => ({ value: id, label: name }))}
              onChange={(personId) => change({ personId })}
            />
          ) : null}
          <Field
            label={t('records.fromDay')}
            type="date"
            value={filter.fromDay}
            onChange={(event) => change({ fromDay: event.target.value })}
          />
          <Field
            label={t('records.toDay')}
            type="date"
            value={filter.toDay}
            onChange={(event) => change({ toDay: event.target.value })}
          />
        </div>
      ) : null}
    </div>
  );
}

interface ChoiceProps<Value extends string> {
  label: string;
  value: Value | '';
  options: readonly { value: Value; label: string }[];
  onChange: (value: Value | '') => void;
}

/** A choice that may be left open. */
function Choice<Value extends string>({ options, ...field }: ChoiceProps<Value>) {
  const { t } = useTranslation();
  return <ChoiceField {...field} options={[{ value: '', label: t('records.any') }, ...options]} />;
}
