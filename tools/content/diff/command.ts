import { readFileSync, statSync } from 'node:fs';
import { type Entry, releaseSchema } from '#contract/library/release.ts';
import { entryDiff } from '#core/library/exchange/entry-diff.ts';
import { changeText } from '../import/preview-text.ts';
import { loadLibrary } from '../load.ts';

/** Prints what is new, changed and withdrawn between two releases or library folders; ends with 1 when one cannot be read. */
export function diffCommand(before: string | undefined, after: string | undefined): number {
  if (before === undefined || after === undefined) {
    console.error('diff needs two releases (.json) or library folders: diff A B');
    return 2;
  }
  try {
    console.log(diffText(entriesAt(before), entriesAt(after)));
    return 0;
  } catch (cause) {
    console.error(cause instanceof Error ? cause.message : String(cause));
    return 1;
  }
}

function diffText(before: readonly Entry[], after: readonly Entry[]): string {
  const old = new Map(before.map((entry) => [entry.id, entry]));
  const now = new Map(after.map((entry) => [entry.id, entry]));
  const counts = { new: 0, changed: 0, withdrawn: 0 };
  const lines = [...new Set([...old.keys(), ...now.keys()])].sort().flatMap((id): string[] => {
    const [was, is] = [old.get(id), now.get(id)];
    if (!is) {
      counts.withdrawn += 1;
      return [`撤下  ${id}  ${was?.title ?? ''}`];
    }
    if (!was) {
      counts.new += 1;
      return [`新增  ${id}  ${is.title}`];
    }
    const changes = entryDiff(was, is);
    if (changes.length === 0) return [];
    const withdrawn = is.provenance.review === 'withdrawn' && was.provenance.review !== 'withdrawn';
    counts[withdrawn ? 'withdrawn' : 'changed'] += 1;
    return [`${withdrawn ? '撤下' : '修改'}  ${id}  ${is.title}`, ...changes.map(changeText)];
  });
  return [...lines, `新增 ${counts.new} · 修改 ${counts.changed} · 撤下 ${counts.withdrawn}`].join('\n');
}

function entriesAt(path: string): Entry[] {
  if (statSync(path).isDirectory()) {
    const library = loadLibrary(path);
    const [fault] = library.faults;
    if (fault) throw new Error(`${fault.file}:${fault.line}  ${fault.reason}; mend it first: npm run content -- check`);
    return library.entries.map(({ entry }) => entry);
  }
  const release = releaseSchema.safeParse(JSON.parse(readFileSync(path, 'utf8')));
  if (!release.success) throw new Error(`${path} is no release`);
  return release.data.entries.map(({ entry }) => entry);
}
