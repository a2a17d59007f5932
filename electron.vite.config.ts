import { resolve } from 'node:path';
import tailwindcss from '@tailwindcss/vite';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';

const at = (path: string): string => resolve(import.meta.dirname, path);
/** The only module that stays outside: it carries a native binding. Everything else is bundled, so the package holds no node_modules. */
const native = ['better-sqlite3'];

const pages = {
  index: at('renderer/index.html'),
  counter: at('renderer/counter.html'),
  'quick-bar': at('renderer/quick-bar.html'),
};

interface ModuleGraph {
  getModuleInfo(id: string): { importers: readonly string[] } | null;
}

/**
 * What the desk's page loads at once, in one file for each set of pages that need it; null leaves a module to the bundler, which
 * gives everything that is shared with a part loaded later a file of its own: 82 files, and a tenth more to load.
 */
function firstChunkOf(id: string, graph: ModuleGraph): string | null {
  const above = new Set([id]);
  for (const one of above) for (const importer of graph.getModuleInfo(one)?.importers ?? []) above.add(importer);
  const names = Object.entries(pages).flatMap(([name, file]) => (above.has(file) ? [name] : []));
  return names.includes('index') ? `first-${names.join('-')}` : null;
}

export default defineConfig({
  main: {
    build: {
      externalizeDeps: false,
      target: 'node20.18',
      outDir: 'out/main',
      rollupOptions: {
        external: native,
        input: {
          index: at('electron/main/index.ts'),
          core: at('electron/core-host/index.ts'),
          'verify-worker': at('core/journal/verify-worker.ts'),
          'check-sound-worker': at('core/releases/publishing/check-sound-worker.ts'),
          'insight-worker': at('core/insight/insight-worker.ts'),
          'parse-child': at('core/library/exchange/parse-child.ts'),
          'export-child': at('core/library/exchange/export-child.ts'),
        },
      },
    },
  },
  preload: {
    build: {
      externalizeDeps: false,
      target: 'node20.18',
      outDir: 'out/preload',
      rollupOptions: {
        input: {
          index: at('electron/preload/index.ts'),
          counter: at('electron/preload/counter.ts'),
          'quick-bar': at('electron/preload/quick-bar.ts'),
        },
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: at('renderer'),
    plugins: [react(), tailwindcss()],
    build: {
      target: 'chrome130',
      minify: true,
      outDir: at('out/renderer'),
      rollupOptions: {
        input: pages,
        output: { codeSplitting: { groups: [{ name: firstChunkOf, includeDependenciesRecursively: false }] } },
      },
    },
  },
});
