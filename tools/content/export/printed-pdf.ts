import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { launchApp } from '#tools/runtime/launch.ts';
import { PROJECT_ROOT, provisionRuntime } from '#tools/runtime/provision.ts';
import { RuntimeFailure } from '#tools/runtime/runtime-failure.ts';

/** Prints the page beside it and ends. */
const MAIN = `import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { app } from 'electron';
import { printPage } from './print-page.mjs';

app.on('window-all-closed', () => undefined);
app.whenReady().then(async () => {
  const at = (name) => join(import.meta.dirname, name);
  writeFileSync(at('page.pdf'), await printPage(readFileSync(at('page.html'))));
  app.exit(0);
}).catch((error) => {
  console.error(String(error));
  app.exit(1);
});
`;

/**
 * Prints a page of plain HTML with the project's own Electron, by the code with which the desk prints it: a small app
 * of that one module in a folder of its own. Throws RuntimeFailure when there is no Electron or it prints nothing.
 */
export async function printedPdf(page: Uint8Array, say: (line: string) => void): Promise<Uint8Array> {
  const runtime = await provisionRuntime({ virtualDisplay: true, say });
  const folder = mkdtempSync(join(tmpdir(), 'counterpart-print-'));
  const at = (name: string): string => join(folder, name);
  try {
    const source = readFileSync(join(PROJECT_ROOT, 'electron/main/exchange/print-page.ts'), 'utf8');
    const { ModuleKind, ScriptTarget, transpileModule } = (await import('typescript')).default;
    const compilerOptions = { module: ModuleKind.ESNext, target: ScriptTarget.ES2022 };
    writeFileSync(at('print-page.mjs'), transpileModule(source, { compilerOptions }).outputText);
    writeFileSync(at('main.mjs'), MAIN);
    writeFileSync(at('package.json'), JSON.stringify({ name: 'print', type: 'module', main: 'main.mjs' }));
    writeFileSync(at('page.html'), page);
    const appArguments = [`--user-data-dir=${at('user')}`];
    const code = await launchApp(runtime, { appFolder: folder, appArguments, say: () => undefined });
    if (code !== 0 || !existsSync(at('page.pdf')))
      throw new RuntimeFailure('the page could not be printed; export it as html and print it from a browser.');
    return new Uint8Array(readFileSync(at('page.pdf')));
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}
