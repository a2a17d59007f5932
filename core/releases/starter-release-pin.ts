/** The starter release this app carries and accepts; written by `npm run content -- build --pin`. */
export const starterReleasePin = {
  version: '2026.11.1',
  sha256: '97816e000f6ab8606b9eb6884c6b3b130d171b1b2cb190bfaeac320a93c2b827',
} as const;
