import type { Fault, LibraryView } from './fault.ts';
import { entriesOf } from './fault.ts';
import { countHanzi, withoutSyntax, wordings } from './wording.ts';

/** The short variant is the shorter one, and no two variants are the same. */
export function variants(library: LibraryView): Fault[] {
  return entriesOf(library, 'line', 'courtesy').flatMap((line) => {
    const faults: Fault[] = [];
    const add = (variant: string, reason: string) =>
      faults.push({ rule: 'variants', entryId: line.id, path: ['variants', variant], reason });
    const hanzi = (text: string) => countHanzi(withoutSyntax(text));
    if (hanzi(line.variants.short) >= hanzi(line.variants.standard)) add('short', 'short is not shorter than standard');
    const seen = new Set<string>();
    for (const { variant, text } of wordings(line)) {
      if (seen.has(text)) add(variant, `${variant} repeats another variant`);
      seen.add(text);
    }
    return faults;
  });
}
