import type { Segment } from '#contract/library.ts';

/** A rendered form as one text; open gaps read by their label in brackets, as the core wrote them. */
export const plainText = (segments: readonly Segment[]): string => segments.map(({ text }) => text).join('');
