/** The starter release this app carries and accepts; written by `npm run content -- build --pin`. */
export const starterReleasePin = {
  version: '2026.11.1',
  sha256: 'ca95669a86fb29709c5628600741c17b18f6c04ed543b580759e080a8cba2510',
} as const;
