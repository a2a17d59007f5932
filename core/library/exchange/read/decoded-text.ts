import type { ActualFormat } from '#contract/import-reasons.ts';
import { ImportRefused, importLimits, tooLarge } from './import-limits.ts';

/** First bytes of files that only pretend to be text. */
const OTHER_FORMATS: readonly (readonly [string, ActualFormat])[] = [
  ['504b0304', 'office'],
  ['d0cf11e0', 'oldOffice'],
  ['25504446', 'pdf'],
  ['4d5a', 'program'],
  ['7f454c46', 'program'],
  ['1f8b', 'archive'],
  ['89504e47', 'image'],
  ['ffd8ff', 'image'],
  ['52617221', 'archive'],
  ['377abcaf', 'archive'],
  ['fffe', 'utf16'],
  ['feff', 'utf16'],
];

/** The text of a file in UTF-8, or in GB18030 when it is no UTF-8; anything else is refused. */
export function decodedText(bytes: Uint8Array): { text: string; encoding: 'utf-8' | 'gb18030' } {
  const head = Buffer.from(bytes.subarray(0, 8)).toString('hex');
  const other = OTHER_FORMATS.find(([magic]) => head.startsWith(magic));
  if (other) throw new ImportRefused({ key: 'notText', actual: other[1] });
  if (bytes.byteLength > importLimits.textFileBytes) throw tooLarge(importLimits.textFileBytes);
  if (bytes.includes(0)) throw new ImportRefused({ key: 'zeroBytes' });
  for (const encoding of ['utf-8', 'gb18030'] as const) {
    try {
      return { text: new TextDecoder(encoding, { fatal: true }).decode(bytes), encoding };
    } catch {
      // Not this one; the next may fit.
    }
  }
  throw new ImportRefused({ key: 'unknownEncoding' });
}
