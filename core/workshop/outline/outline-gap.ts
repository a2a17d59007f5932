import type { OutlineGap } from '#contract/workshop/views.ts';

/** Where a table or a flow is not complete. */
export interface Gap {
  readonly path: string;
  readonly gap: OutlineGap;
  /** The question, answer, finding or stage, in its own words; or what is still missing there. */
  readonly about: string;
}
