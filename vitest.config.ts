import { defineConfig } from 'vitest/config';

const node = {
  environment: 'node',
  pool: 'forks',
  testTimeout: 60_000,
} as const;

export default defineConfig({
  test: {
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
          include: ['tests/renderer/**/*.test.{ts,tsx}'],
        },
      },
    ],
  },
});
