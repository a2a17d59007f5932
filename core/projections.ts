import { alertsProjection } from './alerts/projection.ts';
import { conversationProjection } from './conversation/projection.ts';
import { drillProjection } from './drill/projection.ts';
import { incidentsProjection } from './incidents/projection.ts';
import { insightProjection } from './insight/projection.ts';
import type { Projection } from './journal/projection.ts';
import { exchangeProjection } from './library/exchange/projection.ts';
import { libraryProjection } from './library/projection.ts';
import { peopleProjection } from './people/projection.ts';
import { privacyProjection } from './privacy/projection.ts';
import { recordsProjection } from './records/projection.ts';
import { rehearsalProjection } from './rehearsal/projection.ts';
import { releasesProjection } from './releases/projection.ts';
import { remindersProjection } from './reminders/projection.ts';
import { searchFailuresProjection } from './search/failures/projection.ts';
import { settingsProjection } from './settings/projection.ts';
import { siteRulesProjection } from './site-rules/projection.ts';
import { specialCallsProjection } from './special-calls/projection.ts';
import { workOrdersProjection } from './work-orders/projection.ts';
import { shiftsProjection } from './work-orders/shifts/projection.ts';
import { workshopProjection } from './workshop/projection.ts';

/** Every projection of the journal; a slice adds one import and one element. */
export const projections: readonly Projection[] = [
  peopleProjection,
  settingsProjection,
  releasesProjection,
  libraryProjection,
  searchFailuresProjection,
  exchangeProjection,
  workshopProjection,
  conversationProjection,
  specialCallsProjection,
  // Behind the two it registers: see there.
  recordsProjection,
  workOrdersProjection,
  shiftsProjection,
  privacyProjection,
  remindersProjection,
  alertsProjection,
  incidentsProjection,
  rehearsalProjection,
  drillProjection,
  siteRulesProjection,
  insightProjection,
];
