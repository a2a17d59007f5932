import { useId, useState } from 'react';
import { Field } from '#renderer/ui/field.tsx';

interface WordsFieldProps {
  label: string;
  hint?: string;
  words: readonly string[];
  onChange: (words: string[]) => void;
}

/** Several words or sentences in one line, apart by 、 or a comma. */
export function WordsField({ label, hint, words, onChange }: WordsFieldProps) {
  const [text, setText] = useState(words.join('、'));
  const read = wordsIn(text);
  const id = useId();
  // A word that came in from elsewhere stands in the field too.
  if (read.join('\n') !== words.join('\n')) setText(words.join('、'));
  return (
    <Field
      key={id}
      label={label}
      hint={hint}
      lang="zh-CN"
      value={text}
      onChange={(event) => {
        setText(event.target.value);
        onChange(wordsIn(event.target.value));
      }}
    />
  );
}

const wordsIn = (text: string): string[] => [
  ...new Set(
    text
      .split(/[、，,；;\n]+/u)
      .map((word) => word.trim())
      .filter((word) => word !== ''),
  ),
];
