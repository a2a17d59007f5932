import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { exportFormatSchema } from '#contract/library-exchange.ts';
import { exportLibrary } from '#core/library/exchange/export/export-library.ts';
import { RuntimeFailure } from '#tools/runtime/runtime-failure.ts';
import { librarySnapshot } from '../import/library-snapshot.ts';
import { loadLibrary } from '../load.ts';
import { printedPdf } from './printed-pdf.ts';

/** Writes the library, or one pack, to a file in the format asked for. */
export async function exportCommand(given: {
  library: string;
  format: string | undefined;
  pack: string | undefined;
  file: string | undefined;
}): Promise<number> {
  const format = exportFormatSchema.safeParse(given.format);
  if (!format.success || given.file === undefined) {
    console.error('export needs --format xlsx|csv|docx|html|pdf|yaml and --out FILE');
    return 2;
  }
  const library = loadLibrary(given.library);
  if (given.pack !== undefined && !library.packs.some(({ id }) => id === given.pack)) {
    console.error(`there is no pack ${given.pack}; there are: ${library.packs.map(({ id }) => id).join(', ')}`);
    return 2;
  }
  const snapshot = librarySnapshot(given.library, library);
  const made = await exportLibrary(snapshot, format.data === 'pdf' ? 'html' : format.data, given.pack ?? null);
  const { written, leftOut } = made;
  try {
    const bytes = format.data === 'pdf' ? await printedPdf(made.bytes, (line) => console.error(line)) : made.bytes;
    mkdirSync(dirname(given.file), { recursive: true });
    writeFileSync(given.file, bytes);
  } catch (cause) {
    if (!(cause instanceof RuntimeFailure)) throw cause;
    console.error(cause.message);
    return 1;
  }
  const rest = leftOut > 0 ? `，另有 ${leftOut} 条只能以 yaml 导出` : '';
  console.log(`${given.file}  ${written} 条${rest}`);
  return 0;
}
