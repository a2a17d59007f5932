import type { Channel, Stage } from '#contract/vocabulary.ts';

/** One library entry as the search engine sees it. */
export interface SearchDocument {
  id: string;
  title: string;
  /** All wording variants, joined by line breaks. */
  body: string;
  keywords: readonly string[];
  /** What customers call the matter in their own words. */
  colloquial: readonly string[];
  kind: string;
  stage?: Stage;
  scene?: string;
  /** Channels the entry is meant for; empty means every channel. */
  channels: readonly Channel[];
  packTitle: string;
  /** Belongs to one person's own collection; found only with `includePersonal`. */
  personal?: boolean;
  /** When a reviewer last confirmed the wording. */
  verifiedAtMs?: number;
  /** Standing preference of the pack's author, 0..1. */
  weight?: number;
}
