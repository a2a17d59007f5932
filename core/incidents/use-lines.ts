import { implement, ORPCError } from '@orpc/server';
import type { EventDeclaration, PayloadOf } from '#contract/declare-event.ts';
import type { IncidentLine } from '#contract/incidents/view.ts';
import { incidentsContract } from '#contract/incidents.ts';
import { lineCopied, lineSaid } from '#contract/library.ts';
import type { Person } from '#contract/people.ts';
import type { Channel } from '#contract/vocabulary.ts';
import { type CallContext, requirePerson } from '../call-context.ts';
import type { Journal } from '../journal/journal.ts';
import type { Catalogue } from '../library/catalogue.ts';
import { scopeOfSpoken } from '../library/notices-in-force.ts';
import { holdsOn, type Incident } from './incident.ts';
import { linesFor, wordingsFor } from './incident-lines.ts';
import { notFound } from './refused.ts';

interface UseParts {
  journal: Journal;
  catalogue: Catalogue;
  look(incidentId: string): Incident;
}

/** Copied and said, each recorded as what it was. */
export function lineUses({ journal, catalogue, look }: UseParts) {
  const os = implement(incidentsContract).$context<CallContext>();
  type Request = { incidentId: string; entryId: string; channel: Channel | null; conversationId: string | null };
  const use = (
    declaration: EventDeclaration<string, PayloadOf<typeof lineCopied>>,
    { incidentId, entryId, channel, conversationId }: Request,
    person: Person,
  ) => {
    const wording = wordingsFor(catalogue, look(incidentId), person).find(({ entry }) => entry.id === entryId);
    const released = wording && catalogue.find(wording.entry.id);
    if (!wording || !released) {
      throw notFound('line', entryId);
    }
    const { entry, variant, text, missing } = wording;
    if (missing.length > 0) {
      throw new ORPCError('variablesMissing', { defined: true, data: { names: [...missing] } });
    }
    const { entryHash } = released;
    const recorded = { entryId, version: entry.provenance.version, entryHash, variant, text };
    journal.transaction(person.id, (tx) =>
      tx.append(declaration, { ...recorded, channel, conversationId, searchText: '' }),
    );
    return { text };
  };
  return {
    copyLine: os.copyLine.handler(({ input, context }) => use(lineCopied, input, requirePerson(context))),
    sayLine: os.sayLine.handler(({ input, context }) => use(lineSaid, input, requirePerson(context))),
  };
}

/** What incidents have a person say about some scenes, each line once. */
export function linesForScenes(
  catalogue: Catalogue,
  inForce: readonly Incident[],
  { scenes: named, flowId, channel }: { scenes: readonly string[]; flowId?: string | undefined; channel: Channel },
  person: Person | null,
): (IncidentLine & { incidentId: string; incidentTitle: string })[] {
  const seen = new Set<string>();
  const scenes = named.length > 0 || flowId === undefined ? named : scenesOfFlow(catalogue, flowId);
  return inForce
    .filter((incident) => holdsOn(incident, channel))
    .flatMap((incident) => {
      const fitting = incident.lines.filter((entryId) => {
        const scope = scopeOfSpoken(catalogue, entryId);
        if (scope === null || (scope.channels.size > 0 && !scope.channels.has(channel))) return false;
        return scope.scenes === null || scenes.some((scene) => scope.scenes?.has(scene));
      });
      if (fitting.length === 0) return [];
      return linesFor(catalogue, { ...incident, lines: fitting }, person).map((line) => ({
        ...line,
        incidentId: incident.incidentId,
        incidentTitle: incident.title,
      }));
    })
    .filter(({ entryId }) => !seen.has(entryId) && seen.add(entryId));
}

/** What a conversation may turn out to be about: the scenes of every table that its flow names. */
function scenesOfFlow(catalogue: Catalogue, flowId: string): string[] {
  const flow = catalogue.find(flowId)?.entry;
  if (flow?.kind !== 'flow') return [];
  return flow.stages.flatMap(({ tables }) =>
    tables.flatMap((tableId) => {
      const table = catalogue.find(tableId);
      return table?.entry.kind === 'decisionTable' ? [`${table.packId}/${table.entry.scene}`] : [];
    }),
  );
}
