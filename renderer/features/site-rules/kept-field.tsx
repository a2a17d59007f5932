import { type ReactNode, useEffect, useState } from 'react';
import { Field } from '#renderer/ui/field.tsx';

interface KeptFieldProps {
  label: string;
  /** The value in force. */
  value: string;
  disabled: boolean;
  /** What is wrong with a text, or null when it can be kept. */
  problemOf: (text: string) => string | null;
  onKeep: (text: string) => void;
  hint?: ReactNode;
  className?: string;
  placeholder?: string;
  inputMode?: 'numeric';
  list?: string;
  maxLength?: number;
}

/** A field that is kept when one leaves it or presses Enter; Escape brings back the value in force. */
export function KeptField({ value, disabled, problemOf, onKeep, ...rest }: KeptFieldProps) {
  const [text, setText] = useState(value);
  useEffect(() => setText(value), [value]);
  const problem = text === value ? null : problemOf(text);
  const keep = () => {
    if (text !== value && problem === null) onKeep(text);
  };
  return (
    <Field
      {...rest}
      value={text}
      readOnly={disabled}
      problem={problem}
      autoComplete="off"
      onChange={(event) => setText(event.target.value)}
      onBlur={keep}
      onKeyDown={(event) => {
        if (event.nativeEvent.isComposing) return;
        if (event.key === 'Enter') keep();
        if (event.key === 'Escape' && text !== value) {
          event.stopPropagation();
          setText(value);
        }
      }}
    />
  );
}
