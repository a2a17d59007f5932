/** The starter release this app carries and accepts; written by `npm run content -- build --pin`. */
export const starterReleasePin = {
  version: '2026.11.1',
  sha256: '21182898a29abdb5a5c805c9e6868f8001e12b6791baacdced25af82dc22dbb3',
} as const;
