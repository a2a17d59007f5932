import { defineConfig } from 'vitest/config';

/**
 * Node itself loads the files (it strips types), once for all test files of a process: half of the time went into loading
 * the same modules again for each. What a test changes outside itself (`process.env`, timers) it therefore puts back.
 */
const node = {
  environment: 'node',
  pool: 'forks',
  isolate: false,
  experimental: { viteModuleRunner: false },
  testTimeout: 60_000,
} as const;

export default defineConfig({
  test: {
    // Of two cores vitest leaves one to watch for changes; a run that ends has no use for that.
    maxWorkers: '100%',
    globalSetup: ['tests/harness/compile-shipped-release.ts'],
    projects: [
      {
        test: {
          ...node,
          name: 'node',
          include: ['tests/{contract,ledger,core,sync-server,electron,tools,content,bench,house}/**/*.test.ts'],
        },
      },
      { test: { ...node, name: 'faults', include: ['tests/faults/**/*.test.ts'], testTimeout: 600_000 } },
      {
        test: {
          name: 'renderer',
          environment: 'happy-dom',
          isolate: false,
          testTimeout: 60_000,
          setupFiles: ['tests/harness/clean-screen.ts'],
          include: ['tests/renderer/**/*.test.{ts,tsx}'],
        },
      },
    ],
  },
});
