#!/usr/bin/env node
/** `counterpart-journal`: looks at a data folder from outside, without changing it. */

const NEEDED_NODE_API = 10;

// The SQLite binding kills an older runtime instead of failing, so it is imported only after this check.
if (Number(process.versions.napi) < NEEDED_NODE_API) {
  process.stderr.write(`counterpart-journal needs Node 22 or newer; this is ${process.version}.\n`);
  process.exitCode = 2;
} else {
  const { runJournalTool } = await import('./journal-tool/run.ts');
  process.exitCode = runJournalTool(process.argv.slice(2), {
    out: (line) => process.stdout.write(`${line}\n`),
    error: (line) => process.stderr.write(`${line}\n`),
  });
}

// Makes the file a module, so that it may await at its top.
export {};
