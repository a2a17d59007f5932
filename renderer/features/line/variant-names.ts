import type { VariantName } from '#contract/library/line.ts';

/** The forms of a line in the order in which they are shown; the contract's own list would bring its schema library along. */
export const variantNames = Object.keys({
  standard: true,
  short: true,
  soothing: true,
  written: true,
} satisfies Record<VariantName, true>) as VariantName[];
