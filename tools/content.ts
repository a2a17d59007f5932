import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { checkLibrary, checkSchemaFile, faultText, schemaFile } from './content/check.ts';
import { compileRelease } from './content/compile.ts';
import { countTable } from './content/count-table.ts';
import { diffCommand } from './content/diff/command.ts';
import { entryFileJsonSchema } from './content/entry-file.ts';
import { exportCommand } from './content/export/command.ts';
import { importCommand } from './content/import/command.ts';
import { loadLibrary } from './content/load.ts';
import { pinFault, writePin } from './content/pin.ts';
import { sampleSheet } from './content/sample-sheet.ts';
import { loadTargets } from './content/targets.ts';

const USAGE = `npm run content -- check                        every rule over scripts-library, and the counts
npm run content -- build [--pin]                compile the starter release; --pin lets the app accept it
npm run content -- sample --seed N --count 60   a sheet of random entries to read aloud
npm run content -- import FILE [--pack id] [--kind K] [--scene S] [--owner O] [--apply]   preview; --apply writes it
npm run content -- export --format xlsx|csv|docx|html|pdf|yaml [--pack id] --out FILE
npm run content -- diff A B                     two releases or library folders`;

const RELEASE_OUT = 'out/library/starter-release.json';

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: {
    pin: { type: 'boolean', default: false },
    seed: { type: 'string', default: '1' },
    count: { type: 'string', default: '60' },
    library: { type: 'string', default: 'scripts-library' },
    out: { type: 'string', default: RELEASE_OUT },
    'pin-file': { type: 'string', default: 'core/releases/starter-release-pin.ts' },
    format: { type: 'string' },
    pack: { type: 'string' },
    kind: { type: 'string' },
    scene: { type: 'string' },
    owner: { type: 'string' },
    apply: { type: 'boolean', default: false },
  },
});

process.exitCode = await run(positionals[0]);

async function run(command: string | undefined): Promise<number> {
  switch (command) {
    case 'check':
      return check();
    case 'build':
      return build();
    case 'sample':
      return sample();
    case 'import':
      return importFile(positionals[1]);
    case 'export':
      return exportCommand({
        library: values.library,
        format: values.format,
        pack: values.pack,
        file: values.out === RELEASE_OUT ? undefined : values.out,
      });
    case 'diff':
      return diffCommand(positionals[1], positionals[2]);
    default:
      console.error(USAGE);
      return 2;
  }
}

function check(): number {
  const library = loadLibrary(values.library);
  const faults = [...checkLibrary(library), ...checkSchemaFile(values.library)];
  for (const fault of faults) console.error(faultText(fault));
  console.log(countTable(library, loadTargets(values.library)));
  if (faults.length > 0) console.error(`\n${faults.length} faults`);
  return faults.length > 0 ? 1 : 0;
}

function build(): number {
  if (values.pin) {
    const path = schemaFile(values.library);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, entryFileJsonSchema());
  }
  const library = loadLibrary(values.library);
  const faults = checkLibrary(library);
  if (faults.length > 0) {
    for (const fault of faults) console.error(faultText(fault));
    console.error(`\nnothing was built: ${faults.length} faults`);
    return 1;
  }
  const { bytes, release, sha256 } = compileRelease(library);
  const pin = { version: release.version, sha256 };
  if (values.pin) {
    mkdirSync(dirname(values['pin-file']), { recursive: true });
    writePin(values['pin-file'], pin);
  }
  const fault = pinFault(values['pin-file'], pin);
  if (fault !== null) {
    console.error(fault);
    return 1;
  }
  mkdirSync(dirname(values.out), { recursive: true });
  writeFileSync(values.out, bytes);
  console.log(
    `${countTable(library, loadTargets(values.library))}\n\nrelease ${pin.version}  sha256 ${sha256}\n${join(values.out)}`,
  );
  return 0;
}

function sample(): number {
  const [seed, count] = [Number(values.seed), Number(values.count)];
  if (!Number.isInteger(seed) || !Number.isInteger(count) || count < 1) {
    console.error('--seed and --count are whole numbers');
    return 2;
  }
  const entries = loadLibrary(values.library).entries.map(({ entry }) => entry);
  console.log(sampleSheet(entries, seed, count));
  return 0;
}

async function importFile(file: string | undefined): Promise<number> {
  if (file === undefined) {
    console.error('import needs a file');
    return 2;
  }
  const { library, pack, kind, scene, owner, apply } = values;
  // The Swedish way of writing a day is the one of the format.
  const today = new Date().toLocaleDateString('sv-SE');
  return importCommand(file, { library, pack, kind, scene, owner, apply, today });
}
