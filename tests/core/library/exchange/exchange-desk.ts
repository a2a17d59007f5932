import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Forbidden, forbiddenSchema } from '#contract/library/forbidden.ts';
import { type Courtesy, courtesySchema, type Line, lineSchema, type Variable } from '#contract/library/line.ts';
import type { ImportItem, ImportOutcome, ImportPreview } from '#contract/library-exchange.ts';
import { type ImportHost, importPreview } from '#core/library/exchange/import-preview.ts';
import { parserIn } from '#core/library/exchange/parse-process.ts';
import type { LibrarySnapshot } from '#core/library/exchange/snapshot.ts';
import { temporaryFolder } from '#tests/harness/temporary-folder.ts';

const ROOT = process.cwd();
export const TODAY = '2026-11-22';

export const startParser = parserIn({
  entry: pathToFileURL(join(ROOT, 'core/library/exchange/parse-child.ts')),
  codeFolders: [ROOT],
});

const provenance = { owner: '值班长', effectiveFrom: '2026-11-01' };
const wording = { scene: 'meeting', channels: ['counter'], provenance };

export const customerName: Variable = { name: 'customerName', label: '称呼', type: 'customerName' };

export function line(slug: string, own: Partial<Record<keyof Line, unknown>> = {}): Line {
  return lineSchema.parse({
    kind: 'line',
    id: `hall/${slug}`,
    title: `大厅 · ${slug}`,
    variants: { standard: '您坐，我先替您看看单子。', short: '您坐，我看看。' },
    ...wording,
    ...own,
  });
}

export function courtesy(slug: string, own: Partial<Record<keyof Courtesy, unknown>> = {}): Courtesy {
  return courtesySchema.parse({ ...line(slug), kind: 'courtesy', courtesyKind: 'greeting', ...own });
}

export function forbidden(slug: string, own: Partial<Record<keyof Forbidden, unknown>> = {}): Forbidden {
  return forbiddenSchema.parse({
    kind: 'forbidden',
    id: `hall/${slug}`,
    title: `别说 · ${slug}`,
    class: 'ordering',
    matchers: [{ phrase: '赶紧走开' }],
    reason: '客户听了只会更生气。',
    rewording: '麻烦您往这边站一站。',
    fails: ['你赶紧走开。'],
    passes: ['您赶紧坐下歇歇。'],
    provenance,
    ...own,
  });
}

export function library(...entries: (Line | Courtesy | Forbidden)[]): LibrarySnapshot {
  return {
    packs: [
      {
        id: 'hall',
        title: '营业大厅',
        scenes: [
          { id: 'meeting', label: '见面' },
          { id: 'billing', label: '账单' },
        ],
      },
    ],
    entries: entries.map((entry) => ({ packId: 'hall', entry })),
    variables: [customerName],
  };
}

export function savedFile(name: string, bytes: Uint8Array | string): string {
  const path = join(temporaryFolder('exchange-'), name);
  writeFileSync(path, bytes);
  return path;
}

export function outcomeOf(
  name: string,
  bytes: Uint8Array | string,
  host: Partial<ImportHost> = {},
  options: Record<string, unknown> = {},
): Promise<ImportOutcome> {
  return importPreview(
    savedFile(name, bytes),
    { kind: 'line', channels: ['counter'], today: TODAY, owner: '导入人', ...options },
    { library: library(), startParser, ...host },
  );
}

export async function previewOf(...given: Parameters<typeof outcomeOf>): Promise<ImportPreview> {
  const outcome = await outcomeOf(...given);
  if (outcome.outcome !== 'preview') throw new Error(JSON.stringify(outcome));
  return outcome.preview;
}

export function statesOf({ items }: Pick<ImportPreview, 'items'>): Record<ImportItem['state'], number> {
  const counts = { new: 0, changed: 0, unchanged: 0, rejected: 0 };
  for (const { state } of items) counts[state] += 1;
  return counts;
}
