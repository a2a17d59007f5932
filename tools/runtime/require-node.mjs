import { existsSync } from 'node:fs';

// Loaded with `node --import` before a TypeScript tool, and therefore plain JavaScript: an old Node must be able to
// read this much to say what is wrong. SQLite's binding needs Node-API 10; the tools need Node's own type stripping.
const napi = Number(process.versions.napi);
if (!(napi >= 10 && process.features.typescript)) {
  stop(
    `Node ${process.versions.node} is too old to build and start the app; run \`npm ci\` again and start ` +
      'with `npm start` (on Linux x64 this brings a Node of its own), or install Node 24 or newer.',
  );
}
if (!existsSync(new URL('../../node_modules/electron/package.json', import.meta.url))) {
  stop('the packages are not installed; run `npm ci` in the project folder first.');
}

function stop(sentence) {
  console.error(`Counterpart: ${sentence}`);
  process.exit(1);
}
