import Papa from 'papaparse';
import { columns } from '../columns.ts';
import { entryRow } from '../entry-row.ts';
import type { LibrarySnapshot } from '../snapshot.ts';
import { tableEntries } from './table-entries.ts';

/** One table of all kinds; with a byte order mark, without which spreadsheets take hanzi for something else. */
export function exportCsv(library: LibrarySnapshot): Uint8Array {
  const rows = tableEntries(library).map(({ entry, packId, context }) => entryRow(entry, packId, context, columns));
  const text = Papa.unparse([columns.map(({ label }) => label), ...rows], { newline: '\r\n' });
  return new TextEncoder().encode(`\ufeff${text}\r\n`);
}
