/** The starter release this app carries and accepts; written by `npm run content -- build --pin`. */
export const starterReleasePin = {
  version: '2026.11.1',
  sha256: '4279fb7428574a0416b91d91c1eb26fe3b5118ac2ca29a876beba803a9bb9826',
} as const;
