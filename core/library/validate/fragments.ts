import type { Fragment } from '#contract/library/fragment.ts';
import { type Fragments, TemplateEngine } from '../template-engine.ts';
import { entriesOf, type Fault, type LibraryView } from './fault.ts';
import { SPOKEN, type Spoken, templatesOf } from './wording.ts';

const RENDER = /\{%-?\s*render\s+(?:(['"])(?<id>[^'"]*)\1)?/gu;

/** Fragments are named outright, listed by whoever takes them in, taken in by somebody, readable, and never by themselves. */
export function fragments(library: LibraryView): Fault[] {
  const all = entriesOf(library, 'fragment');
  const takenIn = new Set<string>();
  const faults = entriesOf(library, 'fragment', ...SPOKEN).flatMap((entry) => {
    const rendered = renderedBy(entry);
    for (const { id } of rendered) if (id !== undefined) takenIn.add(id);
    return listFaults(entry, rendered);
  });
  const sound = soundFragments(library);
  for (const fragment of all) {
    const add = (path: string[], reason: string) =>
      faults.push({ rule: 'fragments', entryId: fragment.id, path, reason });
    if (!takenIn.has(fragment.id)) add(['id'], 'nothing takes this fragment in');
    if (takesInItself(fragment, new Map(all.map((each) => [each.id, each])))) {
      add(['text'], 'the fragment takes itself in, directly or through others');
    } else if (sound[fragment.id] === undefined) add(['text'], 'the template cannot be read');
  }
  return faults;
}

/** The fragments that templates can be tried with: those that can be read and do not go round in circles. */
export function soundFragments(library: LibraryView): Fragments {
  const all = new Map(entriesOf(library, 'fragment').map((fragment) => [fragment.id, fragment]));
  const sound = [...all.values()].filter((fragment) => {
    if (takesInItself(fragment, all)) return false;
    try {
      return new TemplateEngine({ [fragment.id]: fragment.text }) instanceof TemplateEngine;
    } catch {
      return false;
    }
  });
  return Object.fromEntries(sound.map(({ id, text }) => [id, text]));
}

function renderedBy(entry: Spoken | Fragment): { path: string[]; id: string | undefined }[] {
  return templatesOf(entry).flatMap(({ path, text }) =>
    [...text.matchAll(RENDER)].map((match) => ({ path, id: match.groups?.['id'] })),
  );
}

function listFaults(entry: Spoken | Fragment, rendered: ReturnType<typeof renderedBy>): Fault[] {
  const listed = new Set(entry.fragments);
  const fault = (path: (string | number)[], reason: string) => ({
    rule: 'fragments',
    entryId: entry.id,
    path,
    reason,
  });
  const missing = rendered.flatMap(({ path, id }) => {
    if (id === undefined) return [fault(path, 'render names its fragment outright, in quotes')];
    return listed.has(id) ? [] : [fault(path, `takes in ${id}, which is not listed in fragments`)];
  });
  const idle = entry.fragments.flatMap((id, index) =>
    rendered.some((each) => each.id === id)
      ? []
      : [fault(['fragments', index], `${id} is listed but taken in by no text`)],
  );
  return [...missing, ...idle];
}

function takesInItself(fragment: Fragment, all: ReadonlyMap<string, Fragment>): boolean {
  const seen = new Set<string>();
  const open = renderedBy(fragment).map(({ id }) => id);
  while (open.length > 0) {
    const id = open.pop();
    if (id === fragment.id) return true;
    const next = id === undefined || seen.has(id) ? undefined : all.get(id);
    if (!next) continue;
    seen.add(next.id);
    open.push(...renderedBy(next).map((each) => each.id));
  }
  return false;
}
