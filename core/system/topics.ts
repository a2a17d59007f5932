import type { ChangeTopic } from '#contract/system.ts';

/** The screens to wake for an event, by the noun its kind begins with. */
const TOPICS: Readonly<Record<string, readonly ChangeTopic[]>> = {
  person: ['people', 'settings', 'workOrders'],
  shift: ['workOrders'],
  settings: ['settings'],
  siteRules: ['siteRules', 'lint', 'conversation', 'specialCalls', 'workOrders', 'library', 'customers'],
  line: ['library', 'conversation'],
  favourite: ['library'],
  personalLine: ['library'],
  search: ['library'],
  release: ['library', 'system', 'releases'],
  wording: ['library', 'releases'],
  conversation: ['conversation', 'records', 'customers'],
  sharedConversation: ['conversation', 'records', 'customers', 'workOrders'],
  specialCall: ['specialCalls', 'records', 'customers'],
  record: ['records'],
  workOrder: ['workOrders', 'conversation', 'customers', 'reminders'],
  alert: ['alerts'],
  incident: ['incidents', 'library'],
  incidentLapse: ['incidents', 'library'],
  rehearsal: ['rehearsal'],
  drill: ['drill'],
  clock: ['reminders'],
  recoveryKey: ['system'],
  sync: ['sync'],
  journal: [
    'privacy',
    'conversation',
    'records',
    'customers',
    'specialCalls',
    'workOrders',
    'alerts',
    'incidents',
    'library',
  ],
};

/** The topics of a batch of events; every event also touches the journal. */
export function topicsOf(events: readonly { kind: string }[]): Set<ChangeTopic> {
  const topics = new Set<ChangeTopic>(['journal']);
  for (const { kind } of events) {
    for (const topic of TOPICS[kind.split('.')[0] ?? ''] ?? []) topics.add(topic);
  }
  return topics;
}
