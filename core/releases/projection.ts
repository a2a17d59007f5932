import { releaseApplied } from '#contract/library.ts';
import { on, projection } from '../journal/projection.ts';
import { putInForce } from './release-repo.ts';

export const releasesProjection = projection(
  'releases',
  ['library_release'],
  [
    on(releaseApplied, (db, event) =>
      putInForce(db, {
        releaseHash: event.payload.releaseHash,
        version: event.payload.version,
        appliedAtMs: event.atMs,
      }),
    ),
  ],
);
