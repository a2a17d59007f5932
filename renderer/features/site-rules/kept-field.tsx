import type { ReactNode } from 'react';
import { Field } from '#renderer/ui/field.tsx';
import { useKeptText } from './use-kept-text.ts';

interface KeptFieldProps {
  label: string;
  value: string;
  disabled: boolean;
  problemOf: (text: string) => string | null;
  onKeep: (text: string) => void;
  hint?: ReactNode;
  className?: string;
  placeholder?: string;
  inputMode?: 'numeric';
  list?: string;
  maxLength?: number;
}

/** A labelled field that is kept when one leaves it. */
export function KeptField({ value, disabled, problemOf, onKeep, ...rest }: KeptFieldProps) {
  const { problem, input } = useKeptText({ value, problemOf, onKeep });
  return <Field {...rest} {...input} readOnly={disabled} problem={problem} />;
}
