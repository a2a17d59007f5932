import { drillConsentGiven, drillFound, drillReviewed, drillSlipped } from '#contract/drill.ts';
import { on, projection } from '../journal/projection.ts';
import { insertFind, insertSlip, storeConsent, storeReview } from './drill-repo.ts';

export const drillProjection = projection(
  'drill',
  ['drill_card', 'drill_day', 'drill_consent', 'drill_slip', 'drill_find'],
  [
    on(drillReviewed, (db, { personId, payload }) => {
      if (personId !== null) storeReview(db, personId, payload);
    }),
    on(drillConsentGiven, (db, { personId, payload }) => {
      if (personId !== null) storeConsent(db, personId, payload.learns);
    }),
    on(drillSlipped, (db, event, seal) => insertSlip(db, seal, event)),
    on(drillFound, insertFind),
  ],
);
