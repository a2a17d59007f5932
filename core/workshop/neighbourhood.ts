import type { Entry, ReleasedEntry } from '#contract/library/release.ts';
import { namedIn } from '../library/browse/entry-traits.ts';
import type { Catalogue } from '../library/catalogue.ts';
import { captureFields } from '../library/validate/capture-fields.ts';
import type { Fault, LibraryView, Rule } from '../library/validate/fault.ts';
import { nearDuplicates } from '../library/validate/near-duplicates.ts';
import { stopPhrases, synonyms } from '../library/validate/synonyms.ts';
import { variableTypes } from '../library/validate/templates.ts';
import { uniqueIds } from '../library/validate/unique-ids.ts';
import { rules } from '../library/validate/validate-library.ts';

/** Rules that compare an entry with all of its kind; the others need only what it names and what names it. */
const WIDE: ReadonlySet<Rule> = new Set([uniqueIds, variableTypes, captureFields, synonyms, stopPhrases]);

/** Entries that are looked at together are few, however large the library is. */
function neighbourhood(entry: Entry, catalogue: Catalogue): ReleasedEntry[] {
  const near = new Map<string, ReleasedEntry>();
  const open = namedIn({ packId: '', entryHash: '', entry });
  while (open.length > 0) {
    const id = open.pop() ?? '';
    const found = near.has(id) ? null : catalogue.find(id);
    if (found === null) continue;
    near.set(id, found);
    open.push(...namedIn(found).filter((next) => catalogue.find(next)?.entry.kind === 'fragment'));
  }
  if (entry.kind === 'fragment') {
    for (const each of catalogue.release.entries) {
      if ('fragments' in each.entry && each.entry.fragments.includes(entry.id)) near.set(each.entry.id, each);
    }
  }
  near.delete(entry.id);
  return [...near.values()];
}

/** The rules of the library that an entry would break if it stood there, without holding the whole library against them. */
export function faultsOfEntry(entry: Entry, packId: string, catalogue: Catalogue): Fault[] {
  const { packs, entries } = catalogue.release;
  const own = { packId, entry };
  const close: LibraryView = { packs, entries: [...neighbourhood(entry, catalogue), own] };
  const whole: LibraryView = { packs, entries: [...entries.filter((each) => each.entry.id !== entry.id), own] };
  return rules
    .filter((rule) => rule !== nearDuplicates)
    .flatMap((rule) => rule(WIDE.has(rule) ? whole : close))
    .filter(({ entryId }) => entryId === entry.id);
}
