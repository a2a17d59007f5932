import { createHash } from 'node:crypto';
import { pinyin } from 'pinyin-pro';
import type { SpecialCall } from '#contract/library/special-call.ts';
import type { OfferedSpecialCall } from '#contract/special-calls/view.ts';
import { canonicalBytes } from '#ledger/canonical.ts';
import type { Catalogue } from '../library/catalogue.ts';
import { usabilityOn } from '../library/usability.ts';

/** The special call of the release in force by its id, or null. */
export function findCall({ find }: Catalogue, entryId: string): SpecialCall | null {
  const entry = find(entryId)?.entry;
  return entry?.kind === 'specialCall' && entry.provenance.review !== 'withdrawn' ? entry : null;
}

/** Behind every call that has a number of its own. */
const LAST_PLACE = 10;

/** What the picker offers on a day: those with a number first, in its order, then the rest, own language before others. */
export function offeredCalls(catalogue: Catalogue, day: string): OfferedSpecialCall[] {
  const found = catalogue.release.entries.flatMap(({ entry, packId }) => {
    if (entry.kind !== 'specialCall' || usabilityOn(day, entry.provenance).state !== 'inForce') return [];
    const words = [...entry.keywords, ...entry.colloquial];
    const spoken = [entry.title, ...words].join(' ');
    return [
      {
        place: entry.key ?? LAST_PLACE,
        foreign: catalogue.localeOf(packId) === 'en',
        call: {
          entryId: entry.id,
          title: entry.title,
          sceneLabel: catalogue.sceneLabel(packId, entry.scene),
          notice: entry.notice,
          takesDown: entry.fields.length > 0,
          readsBack: entry.steps.some((step) => step.readBack),
          channels: entry.channels,
          words,
          pinyin: pinyin(spoken, { toneType: 'none', type: 'array' }).join('').toLowerCase(),
          key: entry.key ?? null,
          initials: pinyin(spoken, { pattern: 'first', toneType: 'none', type: 'array' }).join('').toLowerCase(),
        },
      },
    ];
  });
  return found.sort((a, b) => a.place - b.place || Number(a.foreign) - Number(b.foreign)).map(({ call }) => call);
}

/** SHA-256 over the canonical JSON of a special call, in hex. */
export function callHash(call: SpecialCall): string {
  return createHash('sha256').update(canonicalBytes(call)).digest('hex');
}
