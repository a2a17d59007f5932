import clsx from 'clsx';
import { type ChangeEvent, useId } from 'react';
import type { CaptureField } from '#contract/library/capture-field.ts';
import type { DraftField } from './use-draft.ts';

const inputKinds = {
  text: { type: 'text' },
  longText: { type: 'text' },
  phone: { type: 'tel', inputMode: 'tel' },
  digits: { type: 'text', inputMode: 'numeric' },
  number: { type: 'text', inputMode: 'decimal' },
  dateTime: { type: 'datetime-local' },
} as const;
const LONGEST = { text: 200, longText: 2_000, phone: 24, digits: 30, number: 20, dateTime: 16 } as const;

interface WrittenInputProps {
  id: string;
  labelId: string;
  /** Choices are made elsewhere: nothing is drawn for them. */
  type: CaptureField['type'];
  hint: string;
  draft: DraftField;
  /** What is wrong with what stands there, as a sentence. */
  problem: string | null;
  /** Somebody tried to go on while it is open. */
  open: boolean;
  size: 'note' | 'body';
}

/** Where something captured is written, in a conversation and in a special call alike. */
export function WrittenInput({ id, labelId, type, hint, draft, problem, open, size }: WrittenInputProps) {
  const problemId = useId();
  if (type === 'choice' || type === 'yesNo') return null;
  const common = {
    id,
    'aria-labelledby': labelId,
    'aria-invalid': problem || open ? true : undefined,
    'aria-describedby': problem ? problemId : undefined,
    autoComplete: 'off',
    spellCheck: false,
    maxLength: LONGEST[type],
    placeholder: hint,
    value: draft.text,
    onChange: (event: ChangeEvent<HTMLInputElement | HTMLTextAreaElement>) =>
      draft.write(event.target.value, 'isComposing' in event.nativeEvent && event.nativeEvent.isComposing === true),
    onCompositionEnd: (event: { currentTarget: HTMLInputElement | HTMLTextAreaElement }) =>
      draft.write(event.currentTarget.value),
    onBlur: draft.leave,
    className: clsx(
      'w-full min-w-0 rounded-small border bg-panel px-2 py-1 text-ink placeholder:text-ink-3',
      size === 'note' ? 'text-note' : 'text-body',
      problem ? 'border-never' : open ? 'border-warn' : 'border-edge-field',
    ),
  };
  return (
    <div className="min-w-0">
      {type === 'longText' ? (
        <textarea
          {...common}
          rows={1}
          className={clsx(common.className, 'block field-sizing-content max-h-32 resize-none')}
        />
      ) : (
        <input {...common} {...inputKinds[type]} />
      )}
      {problem ? (
        <p id={problemId} className="text-small text-never">
          {problem}
        </p>
      ) : null}
    </div>
  );
}
