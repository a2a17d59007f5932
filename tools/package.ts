import { packForTests } from './package/e2e-build.ts';
import { packApp } from './package/pack-app.ts';
import { releaseElectron } from './package/release-electron.ts';
import { ensureBuilt } from './runtime/build-app.ts';
import { PROJECT_ROOT, provisionRuntime } from './runtime/provision.ts';
import { RuntimeFailure, runAsCommand } from './runtime/runtime-failure.ts';

const say = (line: string) => console.log(line);

// npm run package: the installers of this system. With `-- --dir`: an app folder for tests, also without internet.
await runAsCommand(async () => {
  const words = process.argv.slice(2);
  const unknown = words.find((word) => word !== '--dir');
  if (unknown !== undefined) throw new RuntimeFailure(`\`${unknown}\` is not known here; there is only \`--dir\`.`);
  if (words.includes('--dir')) {
    const runtime = await provisionRuntime({ say });
    await ensureBuilt(PROJECT_ROOT, say);
    const { folder } = await packForTests(runtime);
    say(`Packed with Electron ${runtime.electronVersion} (${runtime.source}), for tests only: ${folder}`);
    return 0;
  }
  const electron = await releaseElectron(PROJECT_ROOT, say);
  await ensureBuilt(PROJECT_ROOT, say);
  for (const file of await packApp({ ...electron, targets: [] })) say(file);
  return 0;
});
