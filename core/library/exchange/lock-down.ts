import childProcess from 'node:child_process';
import dgram from 'node:dgram';
import dns from 'node:dns';
import fs from 'node:fs';
import http from 'node:http';
import http2 from 'node:http2';
import https from 'node:https';
import { syncBuiltinESMExports } from 'node:module';
import net from 'node:net';
import tls from 'node:tls';
import workers from 'node:worker_threads';

const doors: readonly object[] = [
  fs,
  fs.promises,
  childProcess,
  dgram,
  dns,
  dns.promises,
  http,
  http2,
  https,
  net,
  tls,
  workers,
];

let shut = false;

function refuse(): never {
  throw new Error('a process that reads a file from outside does nothing else');
}

/** A package may still ask for more of its own code; that goes through these two. */
const codeReaders: readonly string[] = ['readFileSync', 'realpathSync'];

function onlyCode(read: (path: unknown, ...rest: unknown[]) => unknown) {
  return (path: unknown, ...rest: unknown[]): unknown =>
    typeof path === 'string' && /\.(js|cjs|mjs|json)$/u.test(path) ? read(path, ...rest) : refuse();
}

/**
 * Takes files, programs, threads and the network away from this process for good: what reads a file from outside gets its
 * bytes handed over and needs none of them. It stands behind the rights of the process itself, which not every host can
 * take away. Call it when all code is loaded.
 */
export function lockDown(): void {
  if (shut) return;
  shut = true;
  for (const door of doors) {
    for (const [name, { value, writable }] of Object.entries(Object.getOwnPropertyDescriptors(door))) {
      if (!writable || typeof value !== 'function') continue;
      (door as Record<string, unknown>)[name] = codeReaders.includes(name) ? onlyCode(value) : refuse;
    }
  }
  Object.assign(process, { dlopen: refuse, binding: refuse });
  syncBuiltinESMExports();
}
