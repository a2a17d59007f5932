import { existsSync, globSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Something a page names in code or links to, and the line it stands in. */
interface Mention {
  readonly page: string;
  readonly line: number;
  readonly text: string;
}

const PAGE_ENDINGS = /\.(?:tsx?|mjs|json|ya?ml|css|html|md|png|svg)$/;
const SPOKEN_FENCES = new Set(['sh', 'text']);

/** The README and every page below docs, relative to `root`. */
export function pages(root: string): string[] {
  return ['README.md', ...globSync('docs/**/*.md', { cwd: root })];
}

/** Code in back-ticks, command lines of `sh` blocks and targets of links. Other blocks are examples and name what they like. */
export function mentionsIn(page: string, text: string): { code: Mention[]; links: Mention[] } {
  const code: Mention[] = [];
  const links: Mention[] = [];
  let fence: string | null = null;
  text.split('\n').forEach((content, index) => {
    const at = { page, line: index + 1 };
    const opening = /^\s*```(\w*)/.exec(content);
    if (opening) fence = fence === null ? (opening[1] ?? '') : null;
    else if (fence !== null) {
      if (SPOKEN_FENCES.has(fence)) code.push({ ...at, text: content.replace(/\s#.*$/, '') });
    } else {
      for (const [, span = ''] of content.matchAll(/`([^`]+)`/g)) code.push({ ...at, text: span });
      for (const [, target = ''] of content.matchAll(/\]\(([^)\s]+)\)/g)) links.push({ ...at, text: target });
    }
  });
  return { code, links };
}

interface House {
  readonly root: string;
  readonly scripts: Readonly<Record<string, string>>;
  /** First parts of the paths that a build or a test makes. */
  readonly made: readonly string[];
  readonly folders: ReadonlySet<string>;
  readonly fileNames: ReadonlySet<string>;
}

export function openHouse(root: string): House {
  const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as Pick<House, 'scripts'>;
  const ignored = readFileSync(join(root, '.gitignore'), 'utf8').split('\n');
  const made = ignored.filter((line) => line.endsWith('/')).map((line) => line.replace(/^\//, ''));
  const top = readdirSync(root, { withFileTypes: true });
  const own = top.filter((item) => !made.includes(`${item.name}/`) && item.name !== '.git');
  const folders = new Set(own.filter((item) => item.isDirectory()).map((item) => item.name));
  const fileNames = new Set(own.filter((item) => item.isFile()).map((item) => item.name));
  for (const folder of folders) {
    for (const path of readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })) {
      fileNames.add(path.split(/[\\/]/).at(-1) ?? '');
    }
  }
  return { root, scripts, made, folders, fileNames };
}

/** What is wrong with a piece of code on a page: npm scripts, and words that look like paths of this project, must exist. */
export function faultsOfCode(house: House, mention: Mention): string[] {
  const faults: string[] = [];
  for (const [, name = ''] of mention.text.matchAll(/\bnpm run ([\w:-]+)/g)) faults.push(...scriptFaults(house, name));
  for (const [, name = ''] of mention.text.matchAll(/\bnpm (test|start)\b/g)) faults.push(...scriptFaults(house, name));
  for (const word of mention.text.split(/\s+/)) faults.push(...pathFaults(house, word));
  return faults.map((fault) => `${mention.page}:${mention.line}: ${fault}`);
}

/** A link within the project leads to a file or folder, seen from its page. */
export function faultsOfLink(house: House, mention: Mention): string[] {
  const [target = ''] = mention.text.split('#');
  if (target === '' || /^[a-z]+:/.test(target)) return [];
  const found = existsSync(join(house.root, dirname(mention.page), target));
  return found ? [] : [`${mention.page}:${mention.line}: the link to ${target} leads nowhere`];
}

function scriptFaults(house: House, name: string): string[] {
  const command = house.scripts[name];
  if (command === undefined) return [`there is no npm script "${name}"`];
  const files = command.split(/\s+/).filter((word) => /\.(?:ts|mjs)$/.test(word));
  return files
    .filter((file) => !existsSync(join(house.root, file)))
    .map((file) => `the npm script "${name}" runs ${file}, which does not exist`);
}

function pathFaults(house: House, word: string): string[] {
  const path = word.replace(/^[#"']|[,;:"']$/g, '').replace(/^\.\//, '');
  if (/[<>{}()…|=]/.test(path) || path.startsWith('@') || house.made.some((folder) => path.startsWith(folder)))
    return [];
  if (!path.includes('/')) {
    // A bare name may be that of a file anywhere; with a star it says how a sort of files is called.
    if (!PAGE_ENDINGS.test(path) || path.includes('*') || path.startsWith('.')) return [];
    return house.fileNames.has(path) ? [] : [`no file is called ${path}`];
  }
  const [first = ''] = path.split('/');
  if (!house.folders.has(first)) return [];
  const found = path.includes('*')
    ? globSync(path, { cwd: house.root }).length > 0
    : existsSync(join(house.root, path));
  return found ? [] : [`${path} does not exist`];
}
