/** The starter release this app carries and accepts; written by `npm run content -- build --pin`. */
export const starterReleasePin = {
  version: '2026.11.1',
  sha256: '3dfbbe0a221090374424bc24604fe3cb08ff1cc69dd97340ad22e5226a9fade5',
} as const;
