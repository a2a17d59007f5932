import clsx from 'clsx';
import type { TFunction } from 'i18next';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { FieldView } from '#contract/conversation/view.ts';
import type { Failure } from '#renderer/core-client/call-failure.ts';
import { ChoiceChips } from '#renderer/ui/choice-chips.tsx';
import { targetId } from './missing-target.ts';
import { useDraft } from './use-draft.ts';
import { useQuietStep, useStep } from './use-step.ts';
import { WrittenInput } from './written-input.tsx';

interface FieldRowProps {
  conversationId: string;
  field: FieldView;
  /** Somebody tried to go on: what is still open is marked. */
  pointed: boolean;
}

function sayProblem(failure: Failure | null, { type }: FieldView, t: TFunction): string | null {
  if (failure === null) return null;
  return failure.code === 'stepRefused' || failure.code === 'invalidInput'
    ? t(`conversation.valueUnfit.${type}`)
    : t('conversation.unsaved');
}

/** One thing to capture, label beside its input; stored a moment after the last key. */
export function FieldRow({ conversationId, field, pointed }: FieldRowProps) {
  const labelId = useId();
  const open = field.missing && pointed;
  return (
    <div className="grid grid-cols-[6.25em_minmax(0,1fr)] items-start gap-x-2.5 text-note">
      <span id={labelId} className={clsx('pt-1', open ? 'font-semibold text-warn' : 'text-ink-2')}>
        {field.label}
      </span>
      {field.type === 'choice' || field.type === 'yesNo' ? (
        <ChoiceField conversationId={conversationId} field={field} />
      ) : (
        <TypedField conversationId={conversationId} field={field} open={open} labelId={labelId} />
      )}
    </div>
  );
}

function ChoiceField({ conversationId, field }: { conversationId: string; field: FieldView }) {
  const { t } = useTranslation();
  const step = useStep();
  const options =
    field.type === 'yesNo'
      ? [
          { value: 'yes', content: t('conversation.yes') },
          { value: 'no', content: t('conversation.no') },
        ]
      : field.options.map(({ id, label }) => ({ value: id, content: label }));
  return (
    <ChoiceChips
      id={targetId('field', field.id)}
      label={field.label}
      value={field.value === '' ? null : field.value}
      options={options}
      mayBeNone
      onChange={(value) =>
        void step((calls) => calls.captureField({ conversationId, fieldId: field.id, value: value ?? '' }))
      }
    />
  );
}

interface TypedFieldProps {
  conversationId: string;
  field: FieldView;
  open: boolean;
  labelId: string;
}

function TypedField({ conversationId, field, open, labelId }: TypedFieldProps) {
  const { t } = useTranslation();
  const quietly = useQuietStep();
  const draft = useDraft(`${conversationId}/${field.id}`, field.value, (value) =>
    quietly((calls) => calls.captureField({ conversationId, fieldId: field.id, value })),
  );
  const problem = sayProblem(draft.failure, field, t);
  const { type, hint } = field;
  return (
    <WrittenInput id={targetId('field', field.id)} size="note" {...{ labelId, type, hint, draft, problem, open }} />
  );
}
