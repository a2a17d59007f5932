/** The starter release this app carries and accepts; written by `npm run content -- build --pin`. */
export const starterReleasePin = {
  version: '2026.11.1',
  sha256: 'badf9b0b57412cd2f75120470efca0e2a9882601a0b6f9ff57b20860b66463b4',
} as const;
