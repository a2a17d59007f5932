import type { ImportList, ImportSummary, PreviewItem } from '#contract/exchange.ts';
import type { ImportItem, ImportPreview } from '#contract/library-exchange.ts';

export interface KeptPreview {
  readonly id: string;
  /** Only who chose the file may go on with it. */
  readonly personId: string;
  readonly preview: ImportPreview;
}

export type AcceptedItem = Extract<ImportItem, { state: 'new' | 'changed' }>;

/** The one preview a desk has open. It stays here: a window says by place and tick what it wants, never what an entry is. */
export class PreviewShelf {
  #kept: KeptPreview | null = null;

  keep(kept: KeptPreview): ImportSummary {
    this.#kept = kept;
    const { file, items, unknownColumns, notes } = kept.preview;
    const places = {
      new: placesOf(items, 'new'),
      changed: placesOf(items, 'changed'),
      alike: placesOf(items, 'alike'),
    };
    return {
      previewId: kept.id,
      file,
      counts: {
        new: places.new.length,
        changed: places.changed.length,
        alike: places.alike.length,
        rejected: placesOf(items, 'rejected').length,
        unchanged: placesOf(items, 'unchanged').length,
      },
      places,
      unknownColumns,
      notes,
    };
  }

  find(id: string, personId: string): KeptPreview | null {
    return this.#kept?.id === id && this.#kept.personId === personId ? this.#kept : null;
  }

  drop(id: string): void {
    if (this.#kept?.id === id) this.#kept = null;
  }
}

/** A stretch of one list of a preview, each item with its place in the whole. */
export function listed({ items }: ImportPreview, list: ImportList, from: number, limit: number): PreviewItem[] {
  return placesOf(items, list)
    .slice(from, from + limit)
    .flatMap((index) => {
      const item = items[index];
      return item ? [{ index, item }] : [];
    });
}

/** What is applied: new and changed items without those left out. */
export function taken({ items }: ImportPreview, leaveOut: readonly number[]): AcceptedItem[] {
  const without = new Set(leaveOut);
  return items.filter(
    (item, index): item is AcceptedItem => (item.state === 'new' || item.state === 'changed') && !without.has(index),
  );
}

function placesOf(items: readonly ImportItem[], list: ImportList): number[] {
  return items.flatMap((item, index) => {
    const belongs = list === 'alike' ? 'alike' in item && item.alike !== undefined : item.state === list;
    return belongs ? [index] : [];
  });
}
