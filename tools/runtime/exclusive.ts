import { createHash } from 'node:crypto';
import { createServer, type Server } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { RuntimeFailure } from './runtime-failure.ts';

const RETRY_EVERY_MS = 300;
const GIVE_UP_AFTER_MS = 20 * 60_000;

/**
 * Runs `work` while no other process runs work for the same folder; others wait. The lock is a socket name the kernel
 * frees when its owner ends in whatever way, so a killed run leaves nothing behind. macOS has no such names: there the
 * work runs unlocked, which costs at most a second download.
 */
export async function exclusively<T>(folder: string, onWait: () => void, work: () => Promise<T>): Promise<T> {
  const name = lockName(folder, process.platform);
  if (name === null) return work();
  const startedAtMs = performance.now();
  let lock = await tryListen(name);
  if (lock === null) onWait();
  while (lock === null) {
    if (performance.now() - startedAtMs > GIVE_UP_AFTER_MS) {
      throw new RuntimeFailure('another run has been preparing the runtime for 20 minutes; end it and start again.');
    }
    await sleep(RETRY_EVERY_MS);
    lock = await tryListen(name);
  }
  try {
    return await work();
  } finally {
    lock.close();
  }
}

export function lockName(folder: string, platform: NodeJS.Platform): string | null {
  const id = `counterpart-runtime-${createHash('sha256').update(folder).digest('hex').slice(0, 32)}`;
  if (platform === 'linux') return `\0${id}`;
  if (platform === 'win32') return `\\\\.\\pipe\\${id}`;
  return null;
}

function tryListen(name: string): Promise<Server | null> {
  return new Promise((resolve, reject) => {
    const server = createServer((socket) => socket.destroy());
    server.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE') resolve(null);
      else reject(error);
    });
    server.listen(name, () => resolve(server));
  });
}
