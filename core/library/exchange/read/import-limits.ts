import type { ImportRefusal } from '#contract/import-reasons.ts';

/** What a file may ask for. Sizes in bytes, texts in UTF-16 units. */
export const importLimits = {
  fileBytes: 20 * 1024 * 1024,
  textFileBytes: 8 * 1024 * 1024,
  inflatedBytes: 48 * 1024 * 1024,
  inflateRatio: 200,
  archiveParts: 2_000,
  xmlDepth: 200,
  cellLength: 32_767,
  rows: 20_000,
  columns: 120,
  namedCells: 200_000,
  yamlDepth: 40,
} as const;

/** The whole file is refused, and why. */
export class ImportRefused extends Error {
  readonly refusal: ImportRefusal;

  constructor(refusal: ImportRefusal) {
    super(refusal.key);
    this.name = 'ImportRefused';
    this.refusal = refusal;
  }
}

/** Beyond this many bytes. */
export function tooLarge(bytes: number): ImportRefused {
  return new ImportRefused({ key: 'tooLarge', megabytes: bytes / 1024 / 1024 });
}
