import {
  rehearsalAssigned,
  rehearsalCertified,
  rehearsalRulesSet,
  rehearsalScored,
  rehearsalUnassigned,
  rolePlayScored,
} from '#contract/rehearsal/events.ts';
import { on, projection } from '../journal/projection.ts';
import {
  deleteAssignment,
  insertAssignment,
  insertCertificate,
  insertRolePlay,
  insertScore,
  storeRules,
} from './score-repo.ts';

/** What live work knows of rehearsals: how they went, and what leads set. */
export const rehearsalProjection = projection(
  'rehearsal',
  ['rehearsal_score', 'rehearsal_assignment', 'rehearsal_rules', 'rehearsal_certificate', 'rehearsal_role_play'],
  [
    on(rehearsalScored, insertScore),
    on(rehearsalAssigned, insertAssignment),
    on(rehearsalUnassigned, (db, event) => deleteAssignment(db, event.payload.assignmentId)),
    on(rehearsalRulesSet, (db, event) => storeRules(db, event.payload)),
    on(rehearsalCertified, insertCertificate),
    on(rolePlayScored, (db, event, seal) => insertRolePlay(db, seal, event)),
  ],
);
