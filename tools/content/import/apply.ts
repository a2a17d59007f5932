import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { isMap, isNode, isSeq, parseDocument } from 'yaml';
import type { Entry } from '#contract/library/release.ts';
import type { ImportPreview } from '#contract/library-exchange.ts';
import { authoredEntry, fitsDefaults, yamlText } from '#core/library/exchange/authored-yaml.ts';
import type { LibrarySnapshot } from '#core/library/exchange/snapshot.ts';
import type { LoadedLibrary } from '../load.ts';

const FILES = { line: 'imported-lines.yaml', courtesy: 'imported-courtesy.yaml', forbidden: 'imported-forbidden.yaml' };
const SCHEMA = '# yaml-language-server: $schema=../../schema/entry-file.schema.json\n';

interface Keys {
  [key: string]: unknown;
}

/**
 * Writes what a preview accepted into the files of a library: a changed entry in its own place, new ones into one file a
 * pack and kind. All texts are made before the first is written. Returns the paths written.
 */
export function applyPreview(
  root: string,
  library: LoadedLibrary,
  snapshot: LibrarySnapshot,
  preview: ImportPreview,
): string[] {
  const texts = new Map<string, string>();
  const textOf = (path: string) => texts.get(path) ?? (existsSync(path) ? readFileSync(path, 'utf8') : '');
  for (const item of preview.items) {
    if (item.state === 'changed') {
      const held = library.entries.find(({ entry }) => entry.id === item.entry.id);
      if (!held) throw new Error(`${item.entry.id} is no longer in the library; look at the preview again`);
      const path = resolve(held.source.file);
      texts.set(path, replaced(textOf(path), item.entry, snapshot));
    } else if (item.state === 'new') {
      const locale = library.packs.find(({ id }) => id === item.packId)?.locale ?? 'zh-CN';
      const name =
        item.entry.kind in FILES
          ? FILES[item.entry.kind as keyof typeof FILES]
          : `imported-${kebab(item.entry.kind)}.yaml`;
      const path = join(root, locale, item.packId, name);
      texts.set(path, appended(textOf(path), item.entry, snapshot));
    }
  }
  for (const [path, text] of texts) {
    const aside = `${path}.importing`;
    writeFileSync(aside, text);
    renameSync(aside, path);
  }
  return [...texts.keys()];
}

/** The file with one entry rewritten; every byte outside the entry stays. */
function replaced(text: string, entry: Entry, { variables }: LibrarySnapshot): string {
  const document = parseDocument(text);
  const entries = isMap(document.contents) ? document.contents.get('entries', true) : null;
  const node = isSeq(entries) ? entries.items.find((each) => isMap(each) && each.get('id') === entry.id) : null;
  if (!isNode(node) || !node.range) throw new Error(`${entry.id} is not where it was; look at the preview again`);
  const written = (document.toJS() as Keys)['defaults'];
  const defaults = (typeof written === 'object' && written !== null ? written : {}) as Keys;
  if (!fitsDefaults(entry, defaults))
    throw new Error(`${entry.id} lacks what its file gives to every entry; move it to another file first`);
  const [from, to] = node.range;
  const column = from - (text.lastIndexOf('\n', from - 1) + 1);
  const body = yamlText(authoredEntry(entry, defaults, variables)).trimEnd();
  const slice = text.slice(from, to);
  const tail = slice.slice(slice.trimEnd().length);
  return text.slice(0, from) + body.replaceAll('\n', `\n${' '.repeat(column)}`) + tail + text.slice(to);
}

function appended(text: string, entry: Entry, { variables }: LibrarySnapshot): string {
  const head = text === '' ? `${SCHEMA}kind: ${entry.kind}\nentries:\n` : `${text.trimEnd()}\n\n`;
  const defaults = text === '' ? {} : (((parseDocument(text).toJS() as Keys)['defaults'] ?? {}) as Keys);
  const body = yamlText(authoredEntry(entry, defaults, variables)).trimEnd();
  return `${head}  - ${body.replaceAll('\n', '\n    ')}\n`;
}

function kebab(kind: string): string {
  return kind.replace(/[A-Z]/gu, (letter) => `-${letter.toLowerCase()}`);
}
