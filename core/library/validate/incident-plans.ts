import type { IncidentPlan, IncidentSpeaker } from '#contract/library/incident-plan.ts';
import { entriesOf, type Fault, type LibraryView } from './fault.ts';

/** From everybody to the fewest. */
const STRICTNESS: readonly IncidentSpeaker[] = ['everyone', 'lead', 'spokesperson'];

/** The calls of a plan hang together, and nobody may say more than its notices allow. */
export function incidentPlans(library: LibraryView): Fault[] {
  const speakers = new Map(entriesOf(library, 'notice').map(({ id, speaker }) => [id, speaker]));
  return entriesOf(library, 'incidentPlan').flatMap((plan) =>
    [...callFaults(plan), ...speakerFaults(plan, speakers)].map((fault) => ({
      rule: 'incidentPlans',
      entryId: plan.id,
      ...fault,
    })),
  );
}

type PlanFault = Pick<Fault, 'path' | 'reason'>;

function callFaults({ contacts }: IncidentPlan): PlanFault[] {
  const heard = new Set(contacts.slice(0, 1).map(({ caller }) => caller));
  const made = new Set<string>();
  return contacts.flatMap(({ caller, post, fallback }, index): PlanFault[] => {
    const faults: PlanFault[] = [];
    const add = (key: string, reason: string) => faults.push({ path: ['contacts', index, key], reason });
    if (!heard.has(caller)) add('caller', `nobody has called ${caller} before: the tree is broken here`);
    if (caller === post) add('post', `${post} does not call themselves`);
    if (made.has(`${caller} ${post}`)) add('post', `${caller} calls ${post} twice`);
    if (fallback?.post === post) add('fallback', 'the fallback is the one who did not answer');
    made.add(`${caller} ${post}`);
    heard.add(post);
    return faults;
  });
}

function speakerFaults(plan: IncidentPlan, speakers: ReadonlyMap<string, IncidentSpeaker>): PlanFault[] {
  const notices = plan.lines.flatMap((id) => speakers.get(id) ?? []);
  if (notices.length === 0) return [{ path: ['lines'], reason: 'a plan has one notice at least to say' }];
  const strictest = Math.max(...notices.map((speaker) => STRICTNESS.indexOf(speaker)));
  if (STRICTNESS.indexOf(plan.speaker) >= strictest) return [];
  return [{ path: ['speaker'], reason: `one of its notices is for the ${STRICTNESS[strictest]} only` }];
}
