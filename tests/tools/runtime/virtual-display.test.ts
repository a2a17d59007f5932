import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { startVirtualDisplay } from '#tools/runtime/virtual-display.ts';

const socketOf = (display: string) => `/tmp/.X11-unix/X${display.slice(1)}`;

async function gone(file: string): Promise<boolean> {
  for (let tries = 0; tries < 50 && existsSync(file); tries += 1) await sleep(100);
  return !existsSync(file);
}

describe.skipIf(process.platform !== 'linux')('virtual displays', () => {
  it('run beside each other on numbers of their own and end when stopped', async () => {
    const [one, two] = await Promise.all([startVirtualDisplay(), startVirtualDisplay()]);
    expect(one.display).toMatch(/^:\d+$/);
    expect(one.display).not.toBe(two.display);
    expect(existsSync(socketOf(one.display)) && existsSync(socketOf(two.display))).toBe(true);
    await Promise.all([one.stop(), two.stop()]);
    await one.stop();
    expect(await gone(socketOf(one.display))).toBe(true);
  });

  it('end with the process that started them, even when it is killed', async () => {
    const script = `import { startVirtualDisplay } from '#tools/runtime/virtual-display.ts';
      console.log((await startVirtualDisplay()).display); setInterval(() => {}, 1e6);`;
    const owner = spawn(process.execPath, ['--input-type=module', '-e', script], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const [printed] = (await once(owner.stdout, 'data')) as [Buffer];
    const display = printed.toString().trim();
    expect(existsSync(socketOf(display))).toBe(true);
    owner.kill('SIGKILL');
    expect(await gone(socketOf(display))).toBe(true);
  });
});
