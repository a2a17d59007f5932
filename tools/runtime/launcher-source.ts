/**
 * The files of `resources/app` that make a bare Electron build start like the official one: it loads the app folder
 * named on the command line. They are text because they belong to the prepared runtime and not to the program.
 */
export const LAUNCHER_FILES: Readonly<Record<string, string>> = {
  'package.json': `${JSON.stringify({ name: 'launcher', version: '1.0.0', type: 'module', main: 'main.mjs' })}\n`,
  // Top-level await holds back Electron's ready event until the app has registered its schemes.
  'main.mjs': `import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { app } from 'electron';

const words = process.argv.slice(1);
const preloads = [];
let named;
while (words.length > 0 && named === undefined) {
  const word = words.shift();
  if (word === '-r' || word === '--require') preloads.push(words.shift());
  else if (!word.startsWith('-')) named = word;
}
if (named === undefined) {
  console.error('Name the folder of the app to start.');
  process.exit(2);
}
Object.defineProperty(process, 'defaultApp', { value: true, enumerable: true });

try {
  await startApp(path.resolve(named));
} catch (error) {
  // Said on the terminal: the box Electron would open cannot be seen on a virtual display.
  console.error(error);
  process.exit(1);
}

async function startApp(folder) {
  const packagePath = path.join(folder, 'package.json');
  const { name, productName, version, main = 'index.js' } = JSON.parse(readFileSync(packagePath, 'utf8'));
  app.setName(productName ?? name ?? path.basename(folder));
  if (version) app.setVersion(version);
  app.setAppPath(folder);
  const require = createRequire(packagePath);
  for (const preload of preloads) require(path.resolve(preload));
  await import(pathToFileURL(path.join(folder, main)).href);
}
`,
};
