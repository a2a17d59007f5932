// Loaded with `node --import` before a TypeScript tool, and therefore plain JavaScript: an old Node must be able to
// read this much to say what is wrong. SQLite's binding needs Node-API 10; the tools need Node's own type stripping.
const napi = Number(process.versions.napi);
if (!(napi >= 10 && process.features.typescript)) {
  console.error(
    `Counterpart: Node ${process.versions.node} is too old to build and start the app; run \`npm ci\` again and start ` +
      'with `npm start` (on Linux x64 this brings a Node of its own), or install Node 24 or newer.',
  );
  process.exit(1);
}
