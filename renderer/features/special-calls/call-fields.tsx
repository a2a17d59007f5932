import clsx from 'clsx';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { SpecialCallField } from '#contract/special-calls/view.ts';
import { useDraft } from '#renderer/features/conversation/use-draft.ts';
import { WrittenInput } from '#renderer/features/conversation/written-input.tsx';
import { ChoiceChips } from '#renderer/ui/choice-chips.tsx';
import { useCallStep, useQuietCallStep } from './special-call-query.ts';

interface CallFieldsProps {
  specialCallId: string;
  fields: readonly SpecialCallField[];
  /** Somebody tried to go on: what is still open is marked. */
  pointed: boolean;
}

export const fieldInputId = (fieldId: string): string => `special-call-field-${fieldId}`;

/** What this call takes down, each stored a moment after the last key. */
export function CallFields({ specialCallId, fields, pointed }: CallFieldsProps) {
  return (
    <div className="flex flex-col gap-2">
      {fields.map((field) => (
        <CallFieldRow key={field.id} specialCallId={specialCallId} field={field} open={field.missing && pointed} />
      ))}
    </div>
  );
}

interface RowProps {
  specialCallId: string;
  field: SpecialCallField;
  open: boolean;
}

function CallFieldRow({ specialCallId, field, open }: RowProps) {
  const labelId = useId();
  return (
    <div className="grid grid-cols-[7em_minmax(0,1fr)] items-start gap-x-2.5">
      <span
        id={labelId}
        lang="zh-CN"
        className={clsx('pt-1.5 text-note', open ? 'font-semibold text-warn' : 'text-ink-2')}
      >
        {field.label}
      </span>
      {field.type === 'choice' || field.type === 'yesNo' ? (
        <ChosenField specialCallId={specialCallId} field={field} />
      ) : (
        <WrittenField specialCallId={specialCallId} field={field} open={open} labelId={labelId} />
      )}
    </div>
  );
}

function ChosenField({ specialCallId, field }: Omit<RowProps, 'open'>) {
  const { t } = useTranslation();
  const step = useCallStep();
  const options =
    field.type === 'yesNo'
      ? [
          { value: 'yes', content: t('specialCalls.yes') },
          { value: 'no', content: t('specialCalls.no') },
        ]
      : field.options.map(({ id, label }) => ({ value: id, content: label }));
  return (
    <ChoiceChips
      id={fieldInputId(field.id)}
      label={field.label}
      value={field.value === '' ? null : field.value}
      options={options}
      mayBeNone
      onChange={(value) =>
        void step((calls) => calls.capture({ specialCallId, fieldId: field.id, value: value ?? '' }))
      }
    />
  );
}

function WrittenField({ specialCallId, field, open, labelId }: RowProps & { labelId: string }) {
  const { t } = useTranslation();
  const quietly = useQuietCallStep();
  const draft = useDraft(`${specialCallId}/${field.id}`, field.value, (value) =>
    quietly((calls) => calls.capture({ specialCallId, fieldId: field.id, value })),
  );
  const refused = draft.failure?.code === 'stepRefused' || draft.failure?.code === 'invalidInput';
  const problem =
    draft.failure === null ? null : refused ? t(`conversation.valueUnfit.${field.type}`) : t('specialCalls.unsaved');
  const { type, hint } = field;
  return <WrittenInput id={fieldInputId(field.id)} size="body" {...{ labelId, type, hint, draft, problem, open }} />;
}
