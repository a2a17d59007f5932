import { existsSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { validateLibrary } from '#core/library/validate/validate-library.ts';
import { entryFileJsonSchema } from './entry-file.ts';
import type { LoadedLibrary } from './load.ts';
import type { ContentFault } from './yaml-file.ts';

/** Every fault of a library: what did not load, and what the rules of the core find in the rest, with file and line. */
export function checkLibrary(library: LoadedLibrary): ContentFault[] {
  const found = validateLibrary(library).map((fault): ContentFault => {
    // Of two entries with one id the later one is at fault.
    const loaded = library.entries.findLast(({ entry }) => entry.id === fault.entryId);
    return {
      file: loaded?.source.file ?? '',
      line: loaded?.source.lineOf([...loaded.at, ...fault.path]) ?? 1,
      entryId: fault.entryId,
      rule: fault.rule,
      reason: fault.reason,
    };
  });
  return [...library.faults, ...found].sort((a, b) => (a.file === b.file ? a.line - b.line : a.file < b.file ? -1 : 1));
}

export const schemaFile = (root: string): string => join(root, 'schema', 'entry-file.schema.json');

/** The JSON Schema for editors is the one that the code makes today. */
export function checkSchemaFile(root: string): ContentFault[] {
  const path = schemaFile(root);
  if (existsSync(path) && readFileSync(path, 'utf8') === entryFileJsonSchema()) return [];
  const reason = 'the JSON Schema is not the one of the contract; run: npm run content -- build --pin';
  return [{ file: relative(process.cwd(), path), line: 1, entryId: null, rule: 'schemaFile', reason }];
}

export function faultText(fault: ContentFault): string {
  return `${fault.file}:${fault.line}  ${fault.entryId ?? '—'}  [${fault.rule}] ${fault.reason}`;
}
