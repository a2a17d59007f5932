import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { ImportStep, ImportSummary } from '#contract/exchange.ts';
import { releaseSchema } from '#contract/library/release.ts';
import type { ExchangeHost } from '#core/library/exchange/exchange-host.ts';
import { parserIn } from '#core/library/exchange/parse-process.ts';
import { type OpenCore, openCore, signInAs } from '#tests/harness/open-core.ts';
import { library, line } from './exchange-desk.ts';

const ROOT = process.cwd();
const childIn = (name: string) =>
  parserIn({ entry: pathToFileURL(join(ROOT, `core/library/exchange/${name}.ts`)), codeFolders: [ROOT] });

/** A shell that knows each path by itself as its token, and prints a page to what looks like a PDF. */
export const plainHost: ExchangeHost = {
  chosenPath: async (token) => (token.startsWith('/') ? token : null),
  startChild: (task, memoryLimit) => childIn(task === 'parse' ? 'parse-child' : 'export-child')(memoryLimit),
  printPage: async (page) => new TextEncoder().encode(`%PDF-1.7 of ${page.byteLength} bytes`),
};

const { packs, entries } = library(
  line('welcome', { title: '迎客', variants: { standard: '您好，欢迎您来，这边请坐。', short: '您好，这边请。' } }),
  line('reply', { title: '答复', variants: { standard: '您的事我记下了，今天给您回话。', short: '今天给您回话。' } }),
);
const release = releaseSchema.parse({
  format: 1,
  version: '2026.11.1',
  packs: packs.map((pack) => ({ ...pack, description: '测试用的行业包', locale: 'zh-CN' })),
  entries: entries.map((each) => ({ ...each, entryHash: '0'.repeat(64) })),
});

/** A core over a small library whose shell chooses files, with the lead at the desk. */
export async function openExchange(): Promise<OpenCore> {
  const opened = await openCore({ exchange: plainHost, release });
  await signInAs(opened, 'lead');
  return opened;
}

export async function stepsOf(
  { client }: OpenCore,
  path: string,
  options: Parameters<OpenCore['client']['exchange']['preview']>[0]['options'] = {},
): Promise<ImportStep[]> {
  const steps: ImportStep[] = [];
  for await (const step of await client.exchange.preview({ fileToken: path, options })) steps.push(step);
  return steps;
}

export async function previewed(opened: OpenCore, path: string): Promise<ImportSummary> {
  const last = (await stepsOf(opened, path, { packId: 'hall', owner: '值班长', scene: 'meeting' })).at(-1);
  if (last?.kind !== 'preview') throw new Error(JSON.stringify(last));
  return last.summary;
}
