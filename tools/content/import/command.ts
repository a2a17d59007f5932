import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { importOptionsSchema } from '#contract/library-exchange.ts';
import { importPreview } from '#core/library/exchange/import-preview.ts';
import { parserIn } from '#core/library/exchange/parse-process.ts';
import { loadLibrary } from '../load.ts';
import { applyPreview } from './apply.ts';
import { librarySnapshot } from './library-snapshot.ts';
import { plainReason } from './plain-reason.ts';
import { previewText } from './preview-text.ts';

const PROJECT = resolve(import.meta.dirname, '../../..');

export interface ImportArguments {
  library: string;
  pack?: string | undefined;
  kind?: string | undefined;
  scene?: string | undefined;
  owner?: string | undefined;
  today: string;
  apply: boolean;
}

/** Shows what a file would change; with `apply` writes it into the library. Ends with 1 when anything is refused. */
export async function importCommand(file: string, given: ImportArguments): Promise<number> {
  const options = importOptionsSchema.safeParse({
    today: given.today,
    ...(given.pack === undefined ? {} : { packId: given.pack }),
    ...(given.kind === undefined ? {} : { kind: given.kind }),
    ...(given.scene === undefined ? {} : { scene: given.scene }),
    ...(given.owner === undefined ? {} : { owner: given.owner }),
  });
  if (!options.success) {
    console.error('--kind is line, courtesy or forbidden');
    return 2;
  }
  const library = loadLibrary(given.library);
  const snapshot = librarySnapshot(given.library, library);
  const stop = new AbortController();
  process.once('SIGINT', () => stop.abort());
  const outcome = await importPreview(file, options.data, {
    library: snapshot,
    startParser: parserIn({
      entry: pathToFileURL(join(PROJECT, 'core/library/exchange/parse-child.ts')),
      codeFolders: [PROJECT],
    }),
    signal: stop.signal,
  });
  if (outcome.outcome === 'cancelled') {
    console.error('停下了，什么也没有改动。');
    return 130;
  }
  if (outcome.outcome === 'refused') {
    console.error(`不能导入  ${plainReason(outcome.refusal)}`);
    return 1;
  }
  const { preview } = outcome;
  console.log(previewText(preview));
  const accepted = preview.items.filter(({ state }) => state === 'new' || state === 'changed').length;
  if (given.apply && accepted > 0) {
    for (const path of applyPreview(given.library, library, snapshot, preview)) console.log(`写入  ${path}`);
    console.log('接着运行 npm run content -- check');
  } else if (accepted > 0) console.log('这是预览，什么也没有写。确认后加 --apply。');
  return preview.items.some(({ state }) => state === 'rejected') ? 1 : 0;
}
