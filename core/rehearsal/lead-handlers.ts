import { createHash } from 'node:crypto';
import { implement } from '@orpc/server';
import { wordingImported } from '#contract/exchange.ts';
import type { Person } from '#contract/people.ts';
import {
  rehearsalAssigned,
  rehearsalCertified,
  rehearsalRulesSet,
  rehearsalUnassigned,
  rolePlayNoted,
  sheetScored,
} from '#contract/rehearsal/events.ts';
import { NORMS } from '#contract/rehearsal/terms.ts';
import type { Certificate, RolePlay } from '#contract/rehearsal/view.ts';
import { rehearsalContract } from '#contract/rehearsal.ts';
import { canonicalBytes } from '#ledger/canonical.ts';
import { type CallContext, requirePerson, requireRole } from '../call-context.ts';
import { findConversation, readDefinition } from '../conversation/conversation-repo.ts';
import { plainText, renderLine } from '../library/render-line.ts';
import { findPerson, listPeople, nameOfPerson } from '../people/people-repo.ts';
import { readSiteRules } from '../site-rules/site-rules-repo.ts';
import { siteTime } from '../site-time.ts';
import type { RehearsalHandlerDeps } from './answer-move.ts';
import { draftScenario } from './draft-scenario.ts';
import { bestRuns, hasPassed, sheetScore, wayOf } from './progress.ts';
import { type createRehearsalDesk, notFound } from './rehearsal-desk.ts';
import {
  type CertificateRow,
  listAssignments,
  listCertificates,
  listRolePlays,
  listScores,
  type RolePlayRow,
  readRehearsalRules,
} from './score-repo.ts';

const LEADING: readonly Person['role'][] = ['lead', 'administrator'];
/** Who answers customers, and so has something to rehearse. */
const REHEARSING: ReadonlySet<Person['role']> = new Set(['agent', 'trainee', 'lead', 'handler']);
const ID_LETTERS = 12;

/** What leads do beside the runs: rules, assignments, progress, certificates, role plays, and drafts out of past conversations. */
export function leadHandlers(deps: RehearsalHandlerDeps, desk: ReturnType<typeof createRehearsalDesk>) {
  const { db, journal, clock, ids, catalogue, timeZone } = deps;
  const os = implement(rehearsalContract).$context<CallContext>();
  const nameOf = (personId: string | null) =>
    personId === null ? '' : (nameOfPerson(db, journal.fields, personId) ?? '');
  const known = (personId: string): Person => {
    const person = findPerson(db, journal.fields, personId);
    if (!person) throw notFound('person', personId);
    return person;
  };
  const certificate = ({ personId, byPersonId, ...row }: CertificateRow): Certificate => ({
    ...row,
    personName: nameOf(personId),
    byName: nameOf(byPersonId),
    siteName: readSiteRules(db).siteName,
  });
  const rolePlay = (row: RolePlayRow): RolePlay => ({
    ...{ rolePlayId: row.rolePlayId, title: row.title, score: row.score, note: row.note, atMs: row.atMs },
    personName: nameOf(row.personId),
    customerName: nameOf(row.customerPersonId),
    observerName: nameOf(row.byPersonId),
    norms: NORMS.flatMap((norm) => {
      const percent = row.norms[norm];
      return percent === undefined ? [] : [{ norm, percent }];
    }),
  });

  return {
    setRules: os.setRules.handler(({ input, context }) => {
      const person = requireRole(context, LEADING);
      journal.transaction(person.id, (tx) => tx.append(rehearsalRulesSet, input));
      return readRehearsalRules(db);
    }),
    assign: os.assign.handler(({ input, context }) => {
      const person = requireRole(context, LEADING);
      const { id: scenarioId } = desk.scenarioOf(input.scenarioId);
      const people = [...new Set(input.personIds)].map(known);
      journal.transaction(person.id, (tx) => {
        for (const { id: personId } of people) {
          const assigned = { assignmentId: ids.next(), scenarioId, personId, dueDay: input.dueDay };
          tx.append(rehearsalAssigned, assigned, [personId]);
        }
      });
      return null;
    }),
    unassign: os.unassign.handler(({ input, context }) => {
      const person = requireRole(context, LEADING);
      const assignment = listAssignments(db).find(({ assignmentId }) => assignmentId === input.assignmentId);
      if (!assignment) throw notFound('assignment', input.assignmentId);
      journal.transaction(person.id, (tx) => tx.append(rehearsalUnassigned, input, [assignment.personId]));
      return null;
    }),
    progress: os.progress.handler(({ context }) => {
      requireRole(context, LEADING);
      const scores = listScores(db, null);
      const assignments = listAssignments(db);
      const rolePlays = listRolePlays(db, journal.fields, null);
      const { ranking } = readRehearsalRules(db);
      const people = listPeople(db, journal.fields)
        .filter(({ role }) => REHEARSING.has(role))
        .map(({ id, name }) => {
          const own = scores.filter(({ personId }) => personId === id);
          const passed = new Set(own.filter((score) => score.passed).map(({ scenarioId }) => scenarioId));
          return {
            personId: id,
            name,
            ...wayOf(own),
            assigned: assignments
              .filter(({ personId }) => personId === id)
              .map(({ assignmentId, scenarioId, dueDay }) => ({
                ...{ assignmentId, scenarioId, dueDay },
                title: catalogue.find(scenarioId)?.entry.title ?? scenarioId,
                done: passed.has(scenarioId),
              })),
            rolePlays: rolePlays.filter(({ personId }) => personId === id).length,
          };
        });
      const byName = new Intl.Collator('zh-CN');
      people.sort((a, b) => (ranking ? (b.score ?? -1) - (a.score ?? -1) : 0) || byName.compare(a.name, b.name));
      return { ranked: ranking, people };
    }),
    certify: os.certify.handler(({ input, context }) => {
      const person = requireRole(context, LEADING);
      const { id: personId } = known(input.personId);
      const scores = listScores(db, personId);
      const assigned = listAssignments(db).filter((one) => one.personId === personId);
      if (!hasPassed(scores, assigned)) return null;
      const passed = [...bestRuns(scores.filter((score) => score.passed)).values()];
      const certificateId = ids.next();
      const { score } = wayOf(passed);
      journal.transaction(person.id, (tx) =>
        tx.append(
          rehearsalCertified,
          {
            ...{ certificateId, personId, scenarios: passed.length, score: score ?? 0 },
            passMark: readRehearsalRules(db).passMark,
          },
          [personId],
        ),
      );
      const made = listCertificates(db).find((row) => row.certificateId === certificateId);
      return made ? certificate(made) : null;
    }),
    certificates: os.certificates.handler(({ context }) => {
      const person = requirePerson(context);
      const own = LEADING.includes(person.role) ? null : person.id;
      return listCertificates(db)
        .filter(({ personId }) => own === null || personId === own)
        .map(certificate);
    }),
    rolePlaySheet: os.rolePlaySheet.handler(({ input, context }) => {
      requirePerson(context);
      return desk.scenarioOf(input.scenarioId);
    }),
    scoreRolePlay: os.scoreRolePlay.handler(({ input, context }) => {
      const person = requirePerson(context);
      const { id: scenarioId, title } = desk.scenarioOf(input.scenarioId);
      const { personId, customerPersonId, norms, note } = input;
      known(personId);
      if (customerPersonId !== null) known(customerPersonId);
      const rolePlayId = ids.next();
      const score = sheetScore(norms, readRehearsalRules(db).weights);
      const about = customerPersonId === null ? [personId] : [personId, customerPersonId];
      journal.transaction(person.id, (tx) => {
        tx.append(sheetScored, { rolePlayId, scenarioId, title, personId, customerPersonId, norms, score }, about);
        // Under its own id as well: it goes by itself, with the person's rehearsals or when its time is over.
        if (note !== '') tx.append(rolePlayNoted, { rolePlayId, note }, [...about, rolePlayId]);
      });
      const made = listRolePlays(db, journal.fields, personId).find((row) => row.rolePlayId === rolePlayId);
      if (!made) throw new Error(`the role play ${rolePlayId} was not stored`);
      return rolePlay(made);
    }),
    rolePlays: os.rolePlays.handler(({ context }) => {
      const person = requirePerson(context);
      return listRolePlays(db, journal.fields, LEADING.includes(person.role) ? null : person.id).map(rolePlay);
    }),
    draftFromConversation: os.draftFromConversation.handler(({ input, context }) => {
      const person = requireRole(context, LEADING);
      const talk = findConversation(db, journal.fields, input.conversationId);
      const definition = talk && readDefinition(db, talk.definitionHash);
      if (!talk || !definition) throw notFound('conversation', input.conversationId);
      const suffix = createHash('sha256').update(talk.id).digest('hex').slice(0, ID_LETTERS);
      return draftScenario(talk, definition, {
        entryId: `rehearsal/from-work-${suffix}`,
        day: siteTime(clock.nowMs(), timeZone).day,
        ownerName: person.name,
        names: listPeople(db, journal.fields).map(({ name }) => name),
        sceneLabel: catalogue.anySceneLabel(talk.scene) || definition.flow.title,
        lineText(entryId, variant) {
          const wording = catalogue.findWording(entryId);
          const rendered = wording && renderLine(wording.entry, {}, catalogue.fragments);
          const said = rendered?.find((one) => one.variant === variant) ?? rendered?.[0];
          return said ? plainText(said) : '';
        },
      });
    }),
    keepDraft: os.keepDraft.handler(({ input, context }) => {
      const person = requireRole(context, LEADING);
      const { scenario } = input;
      const draftId = ids.next();
      const sha256 = createHash('sha256').update(canonicalBytes(scenario)).digest('hex');
      journal.transaction(person.id, (tx) =>
        tx.append(wordingImported, {
          ...{ importId: ids.next(), fileName: '接待记录', format: 'yaml' as const, sha256 },
          entries: [
            {
              ...{ draftId, entryId: scenario.id, packId: 'rehearsal', change: 'new' as const },
              ...{ at: { sheet: null, row: 1 }, entry: scenario },
            },
          ],
        }),
      );
      return { draftId };
    }),
  };
}
