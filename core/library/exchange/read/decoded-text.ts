import { ImportRefused, importLimits } from './import-limits.ts';

/** First bytes of files that only pretend to be text. */
const OTHER_FORMATS: readonly (readonly [string, string])[] = [
  ['504b0304', '压缩包或 Office 文件'],
  ['d0cf11e0', '旧版 Office 文件'],
  ['25504446', 'PDF'],
  ['4d5a', '程序'],
  ['7f454c46', '程序'],
  ['1f8b', '压缩文件'],
  ['89504e47', '图片'],
  ['ffd8ff', '图片'],
  ['52617221', '压缩文件'],
  ['377abcaf', '压缩文件'],
  ['fffe', 'UTF-16 文本，请另存为 UTF-8'],
  ['feff', 'UTF-16 文本，请另存为 UTF-8'],
];

/** The text of a file in UTF-8, or in GB18030 when it is no UTF-8; anything else is refused. */
export function decodedText(bytes: Uint8Array): { text: string; encoding: 'utf-8' | 'gb18030' } {
  const head = Buffer.from(bytes.subarray(0, 8)).toString('hex');
  const other = OTHER_FORMATS.find(([magic]) => head.startsWith(magic));
  if (other) throw new ImportRefused('wrongExtension', `内容不是文本，而是${other[1]}`);
  if (bytes.byteLength > importLimits.textFileBytes)
    throw new ImportRefused('tooLarge', `文件超过 ${importLimits.textFileBytes / 1024 / 1024} MB，请分几次导入`);
  if (bytes.includes(0)) throw new ImportRefused('notText', '文件里有空字节，不是正常的文本');
  for (const encoding of ['utf-8', 'gb18030'] as const) {
    try {
      return { text: new TextDecoder(encoding, { fatal: true }).decode(bytes), encoding };
    } catch {
      // Not this one; the next may fit.
    }
  }
  throw new ImportRefused('notText', '文字编码认不出来，请另存为 UTF-8');
}
