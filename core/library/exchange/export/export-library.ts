import { isTableEntry } from '../entry-row.ts';
import type { MadeFormat } from '../export-messages.ts';
import type { LibrarySnapshot } from '../snapshot.ts';
import { exportCsv } from './export-csv.ts';
import { exportDocx } from './export-docx.ts';
import { exportHtml } from './export-html.ts';
import { exportXlsx } from './export-xlsx.ts';
import { exportYaml } from './export-yaml.ts';

export interface Exported {
  bytes: Uint8Array;
  /** Entries that went in, and those whose kind has no place in this format. */
  written: number;
  leftOut: number;
}

/** The library, or one pack of it, as a file; what `importPreview` reads back without a change. */
export async function exportLibrary(
  library: LibrarySnapshot,
  format: MadeFormat,
  packId: string | null = null,
): Promise<Exported> {
  const entries = library.entries.filter((item) => packId === null || item.packId === packId);
  const chosen: LibrarySnapshot = { ...library, entries };
  const bytes = await writers[format](chosen);
  const written = format === 'yaml' ? entries.length : entries.filter(({ entry }) => isTableEntry(entry)).length;
  return { bytes, written, leftOut: entries.length - written };
}

const writers: Readonly<Record<MadeFormat, (library: LibrarySnapshot) => Uint8Array | Promise<Uint8Array>>> = {
  xlsx: exportXlsx,
  csv: exportCsv,
  docx: exportDocx,
  html: exportHtml,
  yaml: exportYaml,
};
