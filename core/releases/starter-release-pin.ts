/** The starter release this app carries and accepts; written by `npm run content -- build --pin`. */
export const starterReleasePin = {
  version: '2026.11.1',
  sha256: '13f8bad192a1cf10b708c8a3de06839592d58c1bd06fd2c8b330801972c1a001',
} as const;
