import { ORPCError } from '@orpc/server';
import type { IncidentRefusal } from '#contract/incidents/refusals.ts';

export function notFound(what: string, id: string): ORPCError<string, unknown> {
  return new ORPCError('notFound', { defined: true, data: { what, id } });
}

export function refused(why: IncidentRefusal): ORPCError<string, unknown> {
  return new ORPCError('incidentRefused', { defined: true, data: { why } });
}
