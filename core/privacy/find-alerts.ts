import { setImmediate as pause } from 'node:timers/promises';
import type { FoundPerson } from '#contract/privacy.ts';
import { endingTexts, listAlerts } from '../alerts/alert-repo.ts';
import type { ReadHandle } from '../db/open.ts';
import type { FieldSealer } from '../journal/field-sealer.ts';
import { maskNumbers } from '../library/mask-numbers.ts';
import { subjectsOf } from '../work-orders/work-order-repo.ts';
import { nothingOf } from './find-rehearsed.ts';
import { type Asked, mentionsOf } from './mentions.ts';

const AT_ONCE = 50;
const SHOWN_CHARACTERS = 24;

/** Alerts in whose words the name or the number stands, each by itself; those that go with somebody found already are left out. */
export async function findAlerts(
  db: ReadHandle,
  seal: FieldSealer,
  asked: Asked,
  found: readonly Pick<FoundPerson, 'subjectId'>[],
): Promise<FoundPerson[]> {
  const mentions = mentionsOf(asked);
  const known = new Set(found.map(({ subjectId }) => subjectId));
  const mentioned: FoundPerson[] = [];
  for (const [index, alert] of listAlerts(db, seal, 0).entries()) {
    if (index % AT_ONCE === AT_ONCE - 1) await pause();
    const { id, text, values, raisedAtMs, workOrderId, marks } = alert;
    if (workOrderId !== null && subjectsOf(db, workOrderId).some((subject) => known.has(subject))) continue;
    const typed = [text, ...Object.values(values), ...endingTexts(db, seal, id)].join('\n');
    if (!mentions(typed)) continue;
    const shown = [...maskNumbers(text)].slice(0, SHOWN_CHARACTERS).join('');
    mentioned.push({
      ...nothingOf(id, shown),
      alerts: { count: 1, firstAtMs: raisedAtMs, lastAtMs: raisedAtMs },
      open: marks.some(({ mark }) => mark === 'ended') ? [] : [{ what: 'alert', label: shown }],
    });
  }
  return mentioned;
}
