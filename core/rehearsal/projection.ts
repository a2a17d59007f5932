import {
  rehearsalAssigned,
  rehearsalCertified,
  rehearsalRulesSet,
  rehearsalScored,
  rehearsalUnassigned,
  rolePlayNoted,
  rolePlayScored,
  sheetScored,
} from '#contract/rehearsal/events.ts';
import { type Forgetting, on, projection } from '../journal/projection.ts';
import { noteRolePlay } from './remark-repo.ts';
import {
  insertAssignment,
  insertCertificate,
  insertRolePlay,
  insertScore,
  storeRules,
  takeBackAssignment,
} from './score-repo.ts';

/** Kinds with words that somebody wrote about somebody: never taken from another desk. */
const STAYS: ReadonlySet<string> = new Set([rolePlayScored.kind, rolePlayNoted.kind]);

/** A remark goes by itself and leaves the sheet it was written beside. */
const forgetting: Forgetting = {
  forget(db, events, seal) {
    for (const { kind, payload } of events) {
      if (kind === rolePlayNoted.kind) noteRolePlay(db, seal, rolePlayNoted.payload.parse(payload).rolePlayId, '');
    }
    return events.every(({ kind }) => kind === rolePlayNoted.kind);
  },
};

/** What live work knows of rehearsals, here and at the site's other desks: how they went, and what leads set. */
export const rehearsalProjection = projection(
  'rehearsal',
  [
    'rehearsal_score',
    'rehearsal_assignment',
    'rehearsal_unassigned',
    'rehearsal_rules',
    'rehearsal_certificate',
    'rehearsal_role_play',
  ],
  [
    on(rehearsalScored, insertScore),
    on(rehearsalAssigned, insertAssignment),
    on(rehearsalUnassigned, (db, event) => takeBackAssignment(db, event.payload.assignmentId)),
    on(rehearsalRulesSet, storeRules),
    on(rehearsalCertified, insertCertificate),
    on(sheetScored, (db, event, seal) => insertRolePlay(db, seal, event)),
    on(rolePlayNoted, (db, { payload }, seal) => noteRolePlay(db, seal, payload.rolePlayId, payload.note)),
    on(rolePlayScored, (db, event, seal) => insertRolePlay(db, seal, event, event.payload.note)),
  ],
  (kind) => !STAYS.has(kind),
  () => false,
  forgetting,
);
