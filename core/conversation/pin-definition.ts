import { createHash } from 'node:crypto';
import type { ConversationDefinition } from '#contract/conversation/events.ts';
import type { Flow } from '#contract/library/flow.ts';
import type { Release } from '#contract/library/release.ts';
import { canonicalBytes } from '#ledger/canonical.ts';
import type { Catalogue } from '../library/catalogue.ts';

export interface PinnedDefinition {
  readonly definitionHash: string;
  readonly releaseVersion: string;
  readonly definition: ConversationDefinition;
}

/** Flows of the release that may be started, in its order. */
export function startableFlows({ release }: Catalogue): Flow[] {
  const flows = release.entries.flatMap(({ entry }) =>
    entry.kind === 'flow' && entry.provenance.review !== 'withdrawn' ? [entry] : [],
  );
  const cases = (flow: Flow): number => new Set(flow.stages.flatMap((stage) => stage.tables)).size;
  return flows.sort((a, b) => cases(b) - cases(a) || (a.id < b.id ? -1 : 1));
}

/** The flow asked for, else the one for the scene, else the first; null when there is none. */
export function chooseFlow(catalogue: Catalogue, flowId: string | undefined, scene: string | undefined): Flow | null {
  const flows = startableFlows(catalogue);
  if (flowId !== undefined) return flows.find((flow) => flow.id === flowId) ?? null;
  return flows.find((flow) => flow.scene === scene) ?? flows[0] ?? null;
}

/** The flow with its tables as they stand in this release; the hash is over their canonical JSON. */
export function pinDefinition(catalogue: Catalogue, flow: Flow): PinnedDefinition {
  const tableIds = [...new Set(flow.stages.flatMap((stage) => stage.tables))];
  const tables = tableIds.flatMap((id) => {
    const entry = catalogue.find(id)?.entry;
    return entry?.kind === 'decisionTable' ? [entry] : [];
  });
  const definition = { flow, tables };
  return {
    definition,
    definitionHash: createHash('sha256').update(canonicalBytes(definition)).digest('hex'),
    releaseVersion: catalogue.release.version,
  };
}

const pinned = new WeakMap<Release, Map<string, PinnedDefinition>>();

/** The same, worked out once for a release: every view asks whether a newer flow is there. */
export function pinnedDefinition(catalogue: Catalogue, flow: Flow): PinnedDefinition {
  const ofRelease = pinned.get(catalogue.release) ?? new Map<string, PinnedDefinition>();
  pinned.set(catalogue.release, ofRelease);
  const known = ofRelease.get(flow.id) ?? pinDefinition(catalogue, flow);
  ofRelease.set(flow.id, known);
  return known;
}
