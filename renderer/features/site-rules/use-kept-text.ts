import { type KeyboardEvent, useEffect, useState } from 'react';

interface KeptText {
  /** The value in force. */
  value: string;
  /** What is wrong with a text, or null when it can be kept. */
  problemOf: (text: string) => string | null;
  onKeep: (text: string) => void;
}

/** A text that is kept when one leaves its field or presses Enter; Escape brings back the value in force. */
export function useKeptText({ value, problemOf, onKeep }: KeptText) {
  const [text, setText] = useState(value);
  useEffect(() => setText(value), [value]);
  const problem = text === value ? null : problemOf(text);
  const keep = () => {
    if (text !== value && problem === null) onKeep(text);
  };
  return {
    problem,
    input: {
      value: text,
      autoComplete: 'off',
      onChange: (event: { target: { value: string } }) => setText(event.target.value),
      onBlur: keep,
      onKeyDown: (event: KeyboardEvent) => {
        if (event.nativeEvent.isComposing) return;
        if (event.key === 'Enter') keep();
        if (event.key === 'Escape' && text !== value) {
          event.stopPropagation();
          setText(value);
        }
      },
    },
  };
}
