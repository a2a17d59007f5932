import { parseArgs } from 'node:util';
import { BackupRefused, backUp, restore } from './backup.ts';
import { describePeople, issueCode, makeKeyFile } from './commands.ts';
import { ConfigRefused, keyFileBeside, placeOfData, readConfig } from './config.ts';
import { createLog } from './log.ts';
import { openServer } from './open-server.ts';

const USAGE = `counterpart-server                             start; PORT, HOST, DATABASE_URL, COUNTERPART_SERVER_DATA, COUNTERPART_SERVER_KEY(_FILE)
counterpart-server init                        make the server key
counterpart-server enrol --site ID [--name N] [--role desk|leadDesk|administrator]
                                               a one-time code for a PC, good for 24 hours
counterpart-server people                      who is known, site by site
counterpart-server backup FILE                 copy the database into one file, beside a running server
counterpart-server restore FILE                put a backup in its place; stop the server first
`;

const log = createLog((line) => void process.stdout.write(`${line}\n`), Date.now);

async function run(argv: readonly string[]): Promise<number> {
  const { positionals, values } = parseArgs({
    args: [...argv],
    allowPositionals: true,
    options: { site: { type: 'string' }, name: { type: 'string' }, role: { type: 'string', default: 'desk' } },
  });
  const keyFile =
    process.env.COUNTERPART_SERVER_KEY_FILE ??
    keyFileBeside(process.env.COUNTERPART_SERVER_DATA ?? 'counterpart-server');
  const [command = 'start'] = positionals;
  switch (command) {
    case 'init':
      process.stdout.write(
        makeKeyFile(keyFile)
          ? `made ${keyFile}: keep a copy of it apart from the data\n`
          : `${keyFile} is there already; it stays\n`,
      );
      return 0;
    case 'enrol': {
      if (values.site === undefined) return usage();
      const issued = await issueCode(
        readConfig(process.env),
        { siteId: values.site, siteName: values.name ?? values.site, role: values.role },
        Date.now(),
      );
      process.stdout.write(`${issued.code}\tgood until ${new Date(issued.expiresAtMs).toISOString()}\n`);
      return 0;
    }
    case 'people':
      process.stdout.write((await describePeople(readConfig(process.env))).map((line) => `${line}\n`).join(''));
      return 0;
    case 'backup':
    case 'restore': {
      const [, file] = positionals;
      if (file === undefined) return usage();
      const where = placeOfData(process.env);
      process.stdout.write(
        `${await (command === 'backup' ? backUp(where, file) : restore(where, file, Date.now()))}\n`,
      );
      return 0;
    }
    case 'start':
      await start(keyFile);
      return 0;
    default:
      return usage();
  }
}

async function start(keyFile: string): Promise<void> {
  // The embedded default runs by itself; with a database of its own somebody decides where the key lies.
  if (
    process.env.COUNTERPART_SERVER_KEY === undefined &&
    process.env.DATABASE_URL === undefined &&
    makeKeyFile(keyFile)
  ) {
    log.info('made a server key: keep a copy of it apart from the data', { file: keyFile });
  }
  const server = await openServer(readConfig(process.env), log, Date.now);
  let ending = false;
  const stop = (): void => {
    if (ending) return;
    ending = true;
    void server.stop().then(() => process.exit(0));
  };
  process.once('SIGTERM', stop);
  process.once('SIGINT', stop);
}

function usage(): number {
  process.stderr.write(USAGE);
  return 2;
}

try {
  process.exitCode = await run(process.argv.slice(2));
} catch (error) {
  if (error instanceof ConfigRefused || error instanceof BackupRefused) process.stderr.write(`${error.message}\n`);
  else log.error('could not run', error);
  process.exitCode = 1;
}
