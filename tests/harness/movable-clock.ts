import { chmodSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Runtime } from '#tools/runtime/provision.ts';

interface MovableClock {
  /** The runtime to start the desk with: its core tells the time by this clock. */
  readonly runtime: Runtime;
  /** Puts the wall clock of a running core this far ahead of the computer's. */
  putAhead(ms: number): void;
}

/**
 * A clock for the core of a started app, so that a test need not wait for tomorrow. The product has no switch for its time:
 * the Node that the core runs under is told to add what a file in `folder` says. Where Electron itself runs the core, it is
 * told so by the environment; call this before the desk is started.
 */
export function movableClock(folder: string, runtime: Runtime): MovableClock {
  const ahead = join(folder, 'clock-ahead');
  const patch = join(folder, 'clock-ahead.cjs');
  const node = join(folder, 'node-ahead');
  const putAhead = (ms: number) => writeFileSync(ahead, String(ms));
  putAhead(0);
  writeFileSync(
    patch,
    `const { readFileSync } = require('node:fs');
const now = Date.now;
Date.now = () => now() + Number(readFileSync(${JSON.stringify(ahead)}, 'utf8'));\n`,
  );
  if (runtime.nodePath === null) {
    process.env['NODE_OPTIONS'] = `--require ${JSON.stringify(patch)}`;
    return { runtime, putAhead };
  }
  writeFileSync(node, `#!/bin/sh\nexec '${runtime.nodePath}' --require '${patch}' "$@"\n`);
  chmodSync(node, 0o755);
  return { runtime: { ...runtime, nodePath: node }, putAhead };
}
