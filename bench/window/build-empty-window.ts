import { cpSync } from 'node:fs';
import { join } from 'node:path';
import react from '@vitejs/plugin-react';
import { build } from 'vite';

const SOURCE = join(import.meta.dirname, 'empty-window');

/** Builds the empty Electron + React app into `folder` with the same bundler settings as the desk's. */
export async function buildEmptyWindow(folder: string): Promise<string> {
  await build({
    root: SOURCE,
    base: './',
    configFile: false,
    logLevel: 'warn',
    plugins: [react()],
    build: { target: 'chrome130', outDir: folder, emptyOutDir: true },
  });
  for (const name of ['main.mjs', 'package.json']) cpSync(join(SOURCE, name), join(folder, name));
  return folder;
}
