#!/usr/bin/env node
/** `counterpart-server`: the command of `main.ts`, for whoever starts it under a Node of their own. */

const NEEDED_NODE_API = 10;

// The SQLite binding kills an older runtime instead of failing, so it is imported only after this check.
if (Number(process.versions.napi) < NEEDED_NODE_API) {
  process.stderr.write(`counterpart-server needs Node 22 or newer; this is ${process.version}.\n`);
  process.exitCode = 2;
} else {
  await import('./main.ts');
}

// Makes the file a module, so that it may await at its top.
export {};
