import type { FileNote, ImportPlace, ImportRefusal, ItemNote, RowFault } from '#contract/import-reasons.ts';

/** Where in a file something stands, as short as it gets. */
export function plainPlace({ sheet, table, row }: ImportPlace): string {
  if (table !== undefined) return `table ${table} · ${row}`;
  return sheet === null ? `${row}` : `${sheet} · ${row}`;
}

/**
 * A reason for whoever works at a terminal: its key as words, then what it names. The sentences belong to the window, in
 * both of its languages.
 */
export function plainReason(reason: ImportRefusal | RowFault['reason'] | ItemNote | FileNote): string {
  const { key, ...values } = reason;
  const said = Object.entries(values).flatMap(([name, value]): string[] => {
    const text = plainValue(value);
    if (text === '') return [];
    return typeof value === 'number' ? [`${name} ${text}`] : [text];
  });
  const [rule, ...others] = key === 'rule' ? said : [inWords(key), ...said];
  return others.length === 0 ? `${rule}` : `${rule}: ${others.join(' · ')}`;
}

function inWords(key: string): string {
  return key.replace(/[A-Z]/gu, (letter) => ` ${letter.toLowerCase()}`);
}

function plainValue(value: unknown): string {
  if (Array.isArray(value)) return value.map(plainValue).join(', ');
  if (typeof value !== 'object' || value === null) return String(value);
  if ('row' in value) return plainPlace(value as ImportPlace);
  if ('word' in value) return String(value.word);
  return 'label' in value ? String(value.label) : '';
}
