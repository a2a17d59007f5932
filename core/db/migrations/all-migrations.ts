import type { Migration } from '../migrate.ts';
import { journalMigration } from './0010-journal.ts';
import { peopleMigration } from './0020-people.ts';
import { libraryMigration } from './0030-library.ts';
import { conversationsMigration } from './0050-conversations.ts';
import { workOrdersMigration } from './0060-work-orders.ts';
import { libraryPlaceMigration } from './0070-library-place.ts';
import { searchFailuresMigration } from './0080-search-failures.ts';
import { siteRulesMigration } from './0090-site-rules.ts';
import { conversationOwnersMigration } from './0100-conversation-owners.ts';
import { recordsMigration } from './0110-records.ts';
import { workOrderLifeMigration } from './0120-work-order-life.ts';
import { alertsMigration } from './0130-alerts.ts';
import { clockSetbacksMigration } from './0140-clock-setbacks.ts';
import { importedDraftsMigration } from './0150-imported-drafts.ts';
import { foreignEventsMigration } from './0160-foreign-events.ts';
import { confirmedRulesMigration } from './0170-confirmed-rules.ts';
import { watchAndShiftsMigration } from './0180-watch-and-shifts.ts';
import { faultNotesMigration } from './0190-fault-notes.ts';
import { privacyMigration } from './0200-privacy.ts';
import { ruleMarksMigration } from './0210-rule-marks.ts';
import { signedReleasesMigration } from './0220-signed-releases.ts';
import { rehearsalMigration } from './0240-rehearsal.ts';
import { drillMigration } from './0250-drill.ts';
import { workshopMigration } from './0260-workshop.ts';
import { insightMigration } from './0270-insight.ts';
import { incidentsMigration } from './0280-incidents.ts';
import { promiseNotesMigration } from './0300-promise-notes.ts';
import { sharedConversationsMigration } from './0310-shared-conversations.ts';
import { rehearsalsOfTheSiteMigration } from './0330-rehearsals-of-the-site.ts';
import { endsOfAlertsMigration } from './0350-ends-of-alerts.ts';

/** Every migration of the core's database, by rising version. A slice adds one import and one element. */
export const migrations: readonly Migration[] = [
  journalMigration,
  peopleMigration,
  libraryMigration,
  conversationsMigration,
  workOrdersMigration,
  libraryPlaceMigration,
  searchFailuresMigration,
  siteRulesMigration,
  conversationOwnersMigration,
  recordsMigration,
  workOrderLifeMigration,
  alertsMigration,
  clockSetbacksMigration,
  importedDraftsMigration,
  foreignEventsMigration,
  confirmedRulesMigration,
  watchAndShiftsMigration,
  faultNotesMigration,
  privacyMigration,
  ruleMarksMigration,
  signedReleasesMigration,
  rehearsalMigration,
  drillMigration,
  workshopMigration,
  insightMigration,
  incidentsMigration,
  promiseNotesMigration,
  sharedConversationsMigration,
  rehearsalsOfTheSiteMigration,
  endsOfAlertsMigration,
];
