/** The starter release this app carries and accepts; written by `npm run content -- build --pin`. */
export const starterReleasePin = {
  version: '2026.11.1',
  sha256: '6202b58f5b0dbb03d37847563ac5e30e48767f1d39d70cadd5748f5dce2a5163',
} as const;
