import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { exclusively, lockName } from '#tools/runtime/exclusive.ts';

const folder = `/nowhere/${process.pid}`;

describe('work on one folder', () => {
  it('is done by one at a time, and the others are told that they wait', async () => {
    let inside = 0;
    let most = 0;
    let waits = 0;
    const work = async () => {
      inside += 1;
      most = Math.max(most, inside);
      await sleep(50);
      inside -= 1;
    };
    await Promise.all([1, 2, 3].map(() => exclusively(folder, () => (waits += 1), work)));
    expect(most).toBe(1);
    expect(waits).toBe(2);
  });

  it('goes on at once after the one before it failed', async () => {
    const fail = () => Promise.reject(new Error('no space'));
    await expect(exclusively(folder, () => {}, fail)).rejects.toThrow('no space');
    expect(
      await exclusively(
        folder,
        () => {},
        async () => 'done',
      ),
    ).toBe('done');
  });

  it('is free again when its owner was killed', async () => {
    const script = `import { exclusively } from '#tools/runtime/exclusive.ts';
      await exclusively(${JSON.stringify(folder)}, () => {}, () => new Promise(() => { console.log('held'); setInterval(() => {}, 1e6); }));`;
    const owner = spawn(process.execPath, ['--input-type=module', '-e', script], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    await once(owner.stdout, 'data');
    let waited = false;
    const mine = exclusively(
      folder,
      () => (waited = true),
      async () => 'mine',
    );
    await sleep(100);
    owner.kill('SIGKILL');
    expect(await mine).toBe('mine');
    expect(waited).toBe(true);
  });

  it('has another name for another folder', () => {
    expect(lockName('/a', 'linux')).not.toBe(lockName('/b', 'linux'));
    expect(lockName('/a', 'win32')).toMatch(/^\\\\\.\\pipe\\/);
  });
});
