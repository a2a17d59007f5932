/** The starter release this app carries and accepts; written by `npm run content -- build --pin`. */
export const starterReleasePin = {
  version: '2026.11.1',
  sha256: '3cafdc54db625c8289442962223cab337c754a828b4a5c5ec872f7437ac4da01',
} as const;
