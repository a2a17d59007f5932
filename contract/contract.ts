import { alertsContract } from './alerts.ts';
import { backupsContract } from './backups.ts';
import { conversationContract } from './conversation.ts';
import { counterContract } from './counter.ts';
import { customersContract } from './customers.ts';
import { drillContract } from './drill.ts';
import { exchangeContract } from './exchange.ts';
import { incidentsContract } from './incidents.ts';
import { insightContract } from './insight.ts';
import { libraryContract } from './library.ts';
import { libraryBrowseContract } from './library-browse.ts';
import { libraryHistoryContract } from './library-history.ts';
import { libraryUsageContract } from './library-usage.ts';
import { lintContract } from './lint.ts';
import { peopleContract } from './people.ts';
import { personalLinesContract } from './personal-lines.ts';
import { privacyContract } from './privacy.ts';
import { quickBarContract } from './quick-bar.ts';
import { recordsContract } from './records.ts';
import { rehearsalContract } from './rehearsal.ts';
import { releasesContract } from './releases.ts';
import { remindersContract } from './reminders.ts';
import { searchFailuresContract } from './search-failures.ts';
import { settingsContract } from './settings.ts';
import { siteRulesContract } from './site-rules.ts';
import { specialCallsContract } from './special-calls.ts';
import { syncContract } from './sync.ts';
import { systemContract } from './system.ts';
import { workOrdersContract } from './work-orders.ts';
import { workshopContract } from './workshop.ts';

/** Every call between a window and the core. Client types, handler types and run-time checks all derive from it. */
export const contract = {
  system: systemContract,
  sync: syncContract,
  people: peopleContract,
  settings: settingsContract,
  siteRules: siteRulesContract,
  library: {
    ...libraryContract,
    ...libraryBrowseContract,
    ...libraryHistoryContract,
    ...libraryUsageContract,
    ...personalLinesContract,
  },
  search: searchFailuresContract,
  exchange: exchangeContract,
  lint: lintContract,
  conversation: conversationContract,
  specialCalls: specialCallsContract,
  records: recordsContract,
  customers: customersContract,
  counter: counterContract,
  quickBar: quickBarContract,
  workOrders: workOrdersContract,
  workshop: workshopContract,
  releases: releasesContract,
  insight: insightContract,
  reminders: remindersContract,
  rehearsal: rehearsalContract,
  drill: drillContract,
  alerts: alertsContract,
  incidents: incidentsContract,
  backups: backupsContract,
  privacy: privacyContract,
};
export type Contract = typeof contract;
