/** The starter release this app carries and accepts; written by `npm run content -- build --pin`. */
export const starterReleasePin = {
  version: '2026.11.1',
  sha256: 'eb9ed07f09973e744060b6cf216cdaada68b0f6c8a291685a9eb8f4903598f84',
} as const;
