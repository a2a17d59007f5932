import { useTranslation } from 'react-i18next';
import { WordsField } from '../words-field.tsx';
import { freeId, type Part, partsIn, textIn } from './outline-parts.ts';
import { AddRow, RemoveRow } from './row-button.tsx';
import { SmallChoice, SmallText, Tick } from './small-field.tsx';

const types = ['text', 'longText', 'phone', 'digits', 'choice', 'dateTime', 'number', 'yesNo'] as const;

interface FieldListFormProps {
  fields: readonly Part[];
  path: string;
  /** Ids that other stages gave already. */
  taken: readonly string[];
  onChange: (path: string, value: unknown) => void;
}

/** What is written down: its name, what kind of thing it is, whether it has to be there. */
export function FieldListForm({ fields, path, taken, onChange }: FieldListFormProps) {
  const { t } = useTranslation();
  const set = (next: readonly Part[]) => onChange(path, next);
  return (
    <fieldset className="grid gap-1.5" data-path={path}>
      <legend className="mb-1 text-note font-semibold">{t('outline.fields.title')}</legend>
      {fields.map((field, index) => {
        const at = `${path}.${index}`;
        const label = textIn(field, 'label');
        return (
          <div
            key={textIn(field, 'id')}
            data-path={at}
            className="grid gap-1 rounded-base border border-edge px-2.5 py-1.5"
          >
            <div className="flex flex-wrap items-end gap-2">
              <span className="flex min-w-0 flex-1 basis-56 items-end gap-2">
                <SmallText
                  label={t('outline.fields.label')}
                  maxLength={28}
                  value={label}
                  onChange={(text) => onChange(`${at}.label`, text)}
                />
                <SmallChoice
                  label={t('outline.fields.type')}
                  value={textIn(field, 'type')}
                  options={types.map((value) => ({ value, label: t(`outline.fieldType.${value}`) }))}
                  onChange={(type) => onChange(`${at}.type`, type)}
                />
              </span>
              <span className="flex items-center gap-2">
                <Tick checked={field['required'] === true} onChange={(on) => onChange(`${at}.required`, on)}>
                  {t('outline.fields.required')}
                </Tick>
                <Tick checked={field['personal'] === true} onChange={(on) => onChange(`${at}.personal`, on)}>
                  {t('outline.fields.personal')}
                </Tick>
                <RemoveRow
                  label={t('outline.fields.remove', { label })}
                  onRemove={() => set(fields.filter((one) => one !== field))}
                />
              </span>
            </div>
            {textIn(field, 'type') === 'choice' ? (
              <WordsField
                label={t('outline.fields.options')}
                words={partsIn(field, 'options').map((option) => textIn(option, 'label'))}
                onChange={(words) => onChange(`${at}.options`, optionsFrom(partsIn(field, 'options'), words))}
              />
            ) : null}
          </div>
        );
      })}
      <AddRow
        onAdd={() => {
          const ids = [...taken, ...fields.map((field) => textIn(field, 'id'))];
          set([
            ...fields,
            {
              id: freeId(ids, 'field'),
              label: '',
              type: 'text',
              options: [],
              required: false,
              personal: false,
              hint: '',
            },
          ]);
        }}
      >
        {t('outline.fields.add')}
      </AddRow>
    </fieldset>
  );
}

/** A choice that keeps its words keeps its id: what was captured before stays readable. */
function optionsFrom(before: readonly Part[], words: readonly string[]): Part[] {
  const ids = before.map((option) => textIn(option, 'id'));
  return words.map((label, index) => {
    const same = before.find((option) => option['label'] === label);
    if (same) return same;
    const here = before[index];
    const renamed = here !== undefined && !words.includes(textIn(here, 'label')) ? textIn(here, 'id') : '';
    const id = renamed === '' ? freeId(ids, 'o') : renamed;
    ids.push(id);
    return { id, label };
  });
}
