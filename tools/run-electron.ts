import path from 'node:path';
import { launchApp } from './runtime/launch.ts';
import { provisionRuntime } from './runtime/provision.ts';
import { RuntimeFailure, runAsCommand } from './runtime/runtime-failure.ts';

const USAGE =
  'say what to run: `node tools/run-electron.ts APP_FOLDER [arguments]`, or `--print` for the runtime as JSON.';

// Runs any app folder in the project's Electron, or only provides the runtime and prints where it is.
await runAsCommand(async () => {
  const [first, ...appArguments] = process.argv.slice(2);
  if (first === undefined) throw new RuntimeFailure(USAGE);
  const say = (line: string) => console.error(line);
  const runtime = await provisionRuntime({ say });
  if (first === '--print') {
    console.log(JSON.stringify(runtime));
    return 0;
  }
  return launchApp(runtime, { appFolder: path.resolve(first), appArguments, say });
});
