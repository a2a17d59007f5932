import { ensureBuilt } from './runtime/build-app.ts';
import { launchApp } from './runtime/launch.ts';
import { PROJECT_ROOT, provisionRuntime } from './runtime/provision.ts';
import { runAsCommand } from './runtime/runtime-failure.ts';

const say = (line: string) => console.log(line);

// npm start: from a fresh clone to a window. What stands after `--` goes to the app.
await runAsCommand(async () => {
  const runtime = await provisionRuntime({ say });
  await ensureBuilt(PROJECT_ROOT, say);
  const core = runtime.nodePath === null ? 'in a utility process' : 'under Node of its own';
  say(`Starting on Electron ${runtime.electronVersion} (${runtime.source}), the core ${core}.`);
  return launchApp(runtime, { appFolder: PROJECT_ROOT, appArguments: process.argv.slice(2), say });
});
