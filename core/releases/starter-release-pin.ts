/** The starter release this app carries and accepts; written by `npm run content -- build --pin`. */
export const starterReleasePin = {
  version: '2026.11.1',
  sha256: '1857b0c463e41aa5c3049ed810075ec879314065cc8853e50fe8aea3d28498eb',
} as const;
