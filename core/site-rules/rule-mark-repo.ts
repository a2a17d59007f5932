import type { WriteHandle } from '../db/open.ts';
import { prepared } from '../db/prepared.ts';
import type { OpenEvent } from '../journal/event.ts';

/**
 * Whether this event's change of a rule or year comes after the one in force, by clock, then by desk and its own sequence: the
 * same answer on every desk, in whatever order the changes arrive. Where it does, it is the last one from now on.
 */
export function isLastChange(
  db: WriteHandle,
  what: string,
  { atMs, installId, epoch, seq }: Pick<OpenEvent, 'atMs' | 'installId' | 'epoch' | 'seq'>,
): boolean {
  const done = prepared(
    db,
    `INSERT INTO rule_mark (what, at_ms, install_id, epoch, seq) VALUES (?, ?, ?, ?, ?)
     ON CONFLICT (what) DO UPDATE SET at_ms = excluded.at_ms, install_id = excluded.install_id,
       epoch = excluded.epoch, seq = excluded.seq
     WHERE (excluded.at_ms, excluded.install_id, excluded.epoch, excluded.seq)
       > (rule_mark.at_ms, rule_mark.install_id, rule_mark.epoch, rule_mark.seq)`,
  ).run(what, atMs, installId, epoch, seq);
  return done.changes > 0;
}
