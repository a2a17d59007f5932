import type { Conversation, SaidLine } from './state.ts';

/** A line helped when it was said in a conversation that went through to an accepted finding; once a stage. */
export function helpfulLines({ said, tables }: Pick<Conversation, 'said' | 'tables'>): SaidLine[] {
  if (!tables.some((run) => run.accepted)) return [];
  return [...new Map(said.map((line) => [`${line.stage} ${line.entryId}`, line])).values()];
}
