import { execFileSync, spawn } from 'node:child_process';
import { existsSync, globSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import pg from 'pg';

export interface RunningPostgres {
  /** Connection URL of a fresh, empty database in this server. */
  createDatabase(name: string): Promise<string>;
  stop(): Promise<void>;
}

/** PostgreSQL of the system, from PATH or from where Debian keeps its versions. Missing it is a failure, never a skip. */
function programFolder(): string {
  const folders = [
    ...(process.env.PATH ?? '').split(delimiter),
    ...globSync('/usr/lib/postgresql/*/bin').sort().reverse(),
  ];
  const found = folders.find((folder) => existsSync(join(folder, 'initdb')) && existsSync(join(folder, 'postgres')));
  if (found === undefined) throw new Error('PostgreSQL is not installed: sudo apt-get install -y postgresql');
  return found;
}

/** A server of its own in a temporary folder, reachable over a Unix socket only; initdb refuses root, so it runs as `postgres` then. */
export async function startPostgres(): Promise<RunningPostgres> {
  const programs = programFolder();
  const folder = mkdtempSync(join(tmpdir(), 'counterpart-pg-'));
  const owner = process.getuid?.() === 0 ? ownerOfPostgres() : null;
  const run = (program: string, args: string[]): void => {
    execFileSync(join(programs, program), args, { ...(owner ?? {}), stdio: 'pipe', cwd: folder });
  };
  if (owner !== null) execFileSync('chown', [`${owner.uid}:${owner.gid}`, folder]);
  const data = join(folder, 'data');
  run('initdb', ['-D', data, '-A', 'trust', '-U', 'counterpart', '--no-sync', '-E', 'UTF8', '--locale=C']);
  const settings = [
    'listen_addresses=',
    `unix_socket_directories=${folder}`,
    'max_connections=60',
    'shared_buffers=64MB',
    // Old segments of the log go instead of being written over later.
    'wal_recycle=off',
  ];
  const server = spawn(join(programs, 'postgres'), ['-D', data, ...settings.flatMap((one) => ['-c', one])], {
    ...(owner ?? {}),
    stdio: ['ignore', 'ignore', 'pipe'],
    cwd: folder,
  });
  const ended = new Promise<void>((resolve) => server.once('exit', () => resolve()));
  await new Promise<void>((resolve, reject) => {
    let told = '';
    server.stderr.on('data', (chunk: Buffer) => {
      told += chunk.toString('utf8');
      if (told.includes('ready to accept connections')) resolve();
    });
    server.once('exit', () => reject(new Error(`PostgreSQL ended: ${told}`)));
  });
  return {
    async createDatabase(name) {
      const client = new pg.Client({ connectionString: urlOf(folder, 'postgres') });
      await client.connect();
      await client.query(`CREATE DATABASE "${name}"`);
      await client.end();
      return urlOf(folder, name);
    },
    async stop() {
      server.kill('SIGINT');
      await ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function ownerOfPostgres(): { uid: number; gid: number } {
  const line = execFileSync('getent', ['passwd', 'postgres'], { encoding: 'utf8' }).split(':');
  return { uid: Number(line[2]), gid: Number(line[3]) };
}

const urlOf = (folder: string, database: string): string =>
  `postgres://counterpart@localhost/${database}?host=${encodeURIComponent(folder)}`;
