import { personAdded } from '#contract/people.ts';
import type { Role } from '#contract/vocabulary.ts';
import type { Ids } from '../ids.ts';
import type { Journal } from '../journal/journal.ts';

/** One sample person for every role, so that a fresh desk can be tried at once. */
const SAMPLE_PEOPLE: readonly { name: string; role: Role }[] = [
  { name: '张敏', role: 'agent' },
  { name: '林晓', role: 'trainee' },
  { name: '李蔚', role: 'lead' },
  { name: '周宁', role: 'reviewer' },
  { name: '陈立', role: 'handler' },
  { name: '何静', role: 'administrator' },
];

/** Puts the sample people on a desk that has nobody yet. */
export function addSamplePeople(journal: Journal, ids: Ids): void {
  journal.transaction(null, (tx) => {
    for (const person of SAMPLE_PEOPLE) {
      const personId = ids.next();
      tx.append(personAdded, { personId, name: person.name, role: person.role, sample: true }, [personId]);
    }
  });
}
