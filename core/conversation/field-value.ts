import type { CaptureField } from '#contract/library/capture-field.ts';
import { cleanText } from './clean-text.ts';

const LONGEST = { text: 200, longText: 2_000 } as const;

/** The value as it is kept, `''` for an empty one, or null when it does not fit the field's type. */
export function fittingValue(field: CaptureField, raw: string): string | null {
  const value = cleanText(raw);
  if (value === '') return '';
  switch (field.type) {
    case 'text':
    case 'longText':
      return value.length <= LONGEST[field.type] ? value : null;
    case 'phone': {
      const digits = value.replaceAll(/[\s-]/g, '');
      return /^\+?\d{3,20}$/.test(digits) ? digits : null;
    }
    case 'digits': {
      const digits = value.replaceAll(/\s/g, '');
      return /^\d{1,30}$/.test(digits) ? digits : null;
    }
    case 'number':
      return /^-?\d{1,12}(?:\.\d{1,4})?$/.test(value) ? value : null;
    case 'choice':
      return field.options.some((option) => option.id === value) ? value : null;
    case 'yesNo':
      return value === 'yes' || value === 'no' ? value : null;
    case 'dateTime':
      return /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])(?:T(?:[01]\d|2[0-3]):[0-5]\d)?$/.test(value)
        ? value
        : null;
    default:
      return field.type satisfies never;
  }
}

/** The value in words, as a record, a work order or a line says it. */
export function spokenValue(field: CaptureField, value: string): string {
  if (field.type === 'choice') return field.options.find((option) => option.id === value)?.label ?? value;
  if (field.type === 'yesNo') return value === 'yes' ? '是' : value === 'no' ? '否' : value;
  if (field.type === 'dateTime') return value.replace('T', ' ');
  return value;
}
