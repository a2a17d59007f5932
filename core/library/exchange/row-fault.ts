import type { z } from 'zod';
import type { ImportColumn, RowFault } from '#contract/import-reasons.ts';
import { toldFault, toldIssue } from '../told-fault.ts';
import type { Fault } from '../validate/fault.ts';
import { columnByKey, columns } from './columns.ts';

/** What a file calls the columns that it has, by key. */
export type Headings = Readonly<Record<string, string>>;

/** A rule's finding beside the column it is about. */
export function ruleFault(fault: Fault, headings: Headings): RowFault {
  return { column: columnAt(fault.path, headings), reason: toldFault(fault) };
}

/** What the schema missed beside the column it is about. */
export function schemaFault(issue: z.core.$ZodIssue, headings: Headings): RowFault {
  return { column: columnAt(issue.path, headings), reason: toldIssue(issue) };
}

/** The column with this key as the file names it, or as a sheet would that has it. */
export function columnNamed(key: string, headings: Headings): ImportColumn {
  const heading = headings[key];
  return { path: key, label: heading ?? columnByKey(key)?.label ?? key, inFile: heading !== undefined };
}

/** Null for the entry as a whole. A key that no column holds is called as it is. */
function columnAt(path: readonly PropertyKey[], headings: Headings): ImportColumn | null {
  const dotted = path.map(String).join('.');
  if (dotted === '') return null;
  const column = columnByKey(dotted) ?? columns.find(({ key }) => dotted.startsWith(`${key}.`));
  return columnNamed(column?.key ?? (dotted === 'variants' ? 'variants.standard' : dotted), headings);
}
