import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { exportFormatSchema } from '#contract/library-exchange.ts';
import { exportLibrary } from '#core/library/exchange/export/export-library.ts';
import { librarySnapshot } from '../import/library-snapshot.ts';
import { loadLibrary } from '../load.ts';

/** Writes the library, or one pack, to a file in the format asked for. */
export async function exportCommand(given: {
  library: string;
  format: string | undefined;
  pack: string | undefined;
  file: string | undefined;
}): Promise<number> {
  const format = exportFormatSchema.safeParse(given.format);
  if (!format.success || given.file === undefined) {
    console.error('export needs --format xlsx|csv|docx|html|yaml and --out FILE');
    return 2;
  }
  const library = loadLibrary(given.library);
  if (given.pack !== undefined && !library.packs.some(({ id }) => id === given.pack)) {
    console.error(`there is no pack ${given.pack}; there are: ${library.packs.map(({ id }) => id).join(', ')}`);
    return 2;
  }
  const snapshot = librarySnapshot(given.library, library);
  const { bytes, written, leftOut } = await exportLibrary(snapshot, format.data, given.pack ?? null);
  mkdirSync(dirname(given.file), { recursive: true });
  writeFileSync(given.file, bytes);
  const rest = leftOut > 0 ? `，另有 ${leftOut} 条只能以 yaml 导出` : '';
  console.log(`${given.file}  ${written} 条${rest}`);
  return 0;
}
