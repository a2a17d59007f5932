/** The starter release this app carries and accepts; written by `npm run content -- build --pin`. */
export const starterReleasePin = {
  version: '2026.11.1',
  sha256: 'cce57be0a6f2a428954613e1099d341eeeea3a61a76487c10ddf1b37660e4417',
} as const;
