import type { Fault, LibraryView } from './fault.ts';
import { entriesOf } from './fault.ts';
import { SPOKEN, spokenLength, wordings } from './wording.ts';

/** The short variant is the shorter one, and no two variants are the same. */
export function variants(library: LibraryView): Fault[] {
  return entriesOf(library, ...SPOKEN).flatMap((line) => {
    const faults: Fault[] = [];
    const add = (variant: string, reason: string) =>
      faults.push({ rule: 'variants', entryId: line.id, path: ['variants', variant], reason });
    if (spokenLength(line.variants.short) >= spokenLength(line.variants.standard)) {
      add('short', 'short is not shorter than standard');
    }
    const seen = new Set<string>();
    for (const { variant, text } of wordings(line)) {
      if (seen.has(text)) add(variant, `${variant} repeats another variant`);
      seen.add(text);
    }
    return faults;
  });
}
