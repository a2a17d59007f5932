import { existsSync, readdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import type { z } from 'zod';
import type { Variable } from '#contract/library/line.ts';
import { type Entry, entrySchema, type Pack, packSchema } from '#contract/library/release.ts';
import { completeAuthored } from '#core/library/exchange/complete-authored.ts';
import { entryFileSchema, releaseFileSchema, sharedVariablesSchema } from './entry-file.ts';
import { type ContentFault, readYaml, type YamlFile } from './yaml-file.ts';

type Locale = 'zh-CN' | 'en';

export interface LoadedEntry {
  packId: string;
  entry: Entry;
  source: YamlFile;
  /** Where the entry stands in its file: `['entries', index]`. */
  at: readonly (string | number)[];
}

export interface LoadedLibrary {
  version: string;
  packs: (Pack & { locale: Locale })[];
  entries: LoadedEntry[];
  /** What could not be read or does not fit the schema; entries concerned are left out. */
  faults: ContentFault[];
}

const LOCALES: readonly Locale[] = ['zh-CN', 'en'];
/** Ids are one space for all languages: the pack in the folder en/courtesy is en-courtesy. */
const PACK_PREFIX: Readonly<Record<Locale, string>> = { 'zh-CN': '', en: 'en-' };

/** Reads a scripts library: `release.yaml`, and per locale its `variables.yaml` and packs, sorted by name. */
export function loadLibrary(root: string): LoadedLibrary {
  const library: LoadedLibrary = { version: '', packs: [], entries: [], faults: [] };
  const read = <T>(path: string, schema: z.ZodType<T>): { source: YamlFile; value: T | null } => {
    const source = readYaml(path, relative(process.cwd(), path));
    library.faults.push(...source.syntaxFaults);
    if (source.syntaxFaults.length > 0) return { source, value: null };
    const parsed = schema.safeParse(source.value);
    if (parsed.success) return { source, value: parsed.data };
    library.faults.push(...schemaFaults(parsed.error, source));
    return { source, value: null };
  };
  library.version = read(join(root, 'release.yaml'), releaseFileSchema).value?.version ?? '';
  for (const locale of LOCALES) {
    const folder = join(root, locale);
    if (!existsSync(folder)) continue;
    const variablesPath = join(folder, 'variables.yaml');
    const shared = existsSync(variablesPath) ? (read(variablesPath, sharedVariablesSchema).value ?? []) : [];
    for (const packName of foldersIn(folder)) {
      const { value: pack, source } = read(join(folder, packName, 'pack.yaml'), packSchema);
      if (!pack) continue;
      const packId = PACK_PREFIX[locale] + packName;
      if (pack.id !== packId) {
        const reason = `the pack in the folder ${locale}/${packName} has the id ${packId}, not ${pack.id}`;
        library.faults.push({ file: source.file, line: source.lineOf(['id']), entryId: null, rule: 'schema', reason });
      }
      library.packs.push({ ...pack, locale });
      for (const fileName of entryFilesIn(join(folder, packName))) {
        const { source, value } = read(join(folder, packName, fileName), entryFileSchema);
        if (value) loadEntries(value, source, { packId: pack.id, shared, library });
      }
    }
  }
  return library;
}

interface Into {
  packId: string;
  shared: readonly Variable[];
  library: LoadedLibrary;
}

function loadEntries(file: z.infer<typeof entryFileSchema>, source: YamlFile, { packId, shared, library }: Into): void {
  file.entries.forEach((authored, index) => {
    const at = ['entries', index];
    const completed = entrySchema.safeParse(completeAuthored(file.kind, file.defaults ?? {}, authored, shared));
    if (completed.success) library.entries.push({ packId, entry: completed.data, source, at });
    else library.faults.push(...schemaFaults(completed.error, source, at));
  });
}

function foldersIn(folder: string): string[] {
  const found = readdirSync(folder, { withFileTypes: true });
  return found.flatMap((item) => (item.isDirectory() ? [item.name] : [])).sort();
}

function entryFilesIn(folder: string): string[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.yaml') && name !== 'pack.yaml')
    .sort();
}

function schemaFaults(error: z.ZodError, source: YamlFile, at: readonly (string | number)[] = []): ContentFault[] {
  return error.issues.flatMap(flattenUnion).map((issue) => {
    const path = [...at, ...issue.path];
    const where = path.filter((key) => key !== 'entries').join('.');
    const id = path[0] === 'entries' ? idAt(source.value, path[1]) : null;
    const message = `${issue.message}${isUnquoted(issue) ? '; put it in quotes' : ''}`;
    const reason = where === '' ? message : `${where}: ${message}`;
    return { file: source.file, line: source.lineOf(path), entryId: id, rule: 'schema', reason };
  });
}

/** YAML reads 12345 and true as something else than text. */
function isUnquoted(issue: z.core.$ZodIssue): boolean {
  return (
    issue.code === 'invalid_type' && issue.expected === 'string' && /received (number|boolean)/.test(issue.message)
  );
}

/** A union that nothing fits reports only that; what its closest member missed says more. */
function flattenUnion(issue: z.core.$ZodIssue): z.core.$ZodIssue[] {
  if (issue.code !== 'invalid_union') return [issue];
  const closest = [...issue.errors].sort((a, b) => a.length - b.length)[0];
  if (!closest || closest.length === 0) return [issue];
  return closest.map((inner) => ({ ...inner, path: [...issue.path, ...inner.path] }));
}

function idAt(value: unknown, index: PropertyKey | undefined): string | null {
  const entries = (value as { entries?: { id?: unknown }[] } | null)?.entries;
  const id = Array.isArray(entries) ? entries[Number(index)]?.id : undefined;
  return typeof id === 'string' ? id : null;
}
