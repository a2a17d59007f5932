import { createHash } from 'node:crypto';
import { implement } from '@orpc/server';
import { personalEntryId } from '#contract/personal-entry.ts';
import {
  type PersonalLine,
  type PersonalText,
  personalLineRemoved,
  personalLinesContract,
  personalLineWritten,
} from '#contract/personal-lines.ts';
import { type CallContext, requirePerson } from '#core/call-context.ts';
import type { Ids } from '#core/ids.ts';
import type { Journal } from '#core/journal/journal.ts';
import { canonicalBytes } from '#ledger/canonical.ts';
import type { KeptPersonalLine } from './personal-line-repo.ts';
import type { PersonalShelf } from './personal-shelf.ts';

export interface PersonalLineDeps {
  journal: Journal;
  ids: Ids;
  shelf: PersonalShelf;
}

export function personalLineHandlers({ journal, ids, shelf }: PersonalLineDeps) {
  const os = implement(personalLinesContract).$context<CallContext>();
  return os.router({
    personalLines: os.personalLines.handler(({ context }) =>
      shelf.lines(context.person()?.id ?? null).map(withoutHash),
    ),
    writePersonalLine: os.writePersonalLine.handler(({ input, context, errors }) => {
      const person = requirePerson(context);
      const { entryId: given, version: readVersion, ...rest } = input;
      const text = { ...rest, variants: withoutBlanks(rest.variants) };
      const before = given === undefined ? null : shelf.lines(person.id).find(({ entryId }) => entryId === given);
      if (before === undefined) throw errors.notFound({ data: { what: 'line', id: given ?? '' } });
      if (before && before.version !== readVersion) throw errors.outOfDate();
      const entryId = before?.entryId ?? personalEntryId(ids.next());
      const version = (before?.version ?? 0) + 1;
      const event = journal.transaction(person.id, (tx) =>
        tx.append(personalLineWritten, { entryId, version, entryHash: hashOf(text), ...text }, [person.id]),
      );
      return { ...text, entryId, version, writtenAtMs: event.atMs };
    }),
    removePersonalLine: os.removePersonalLine.handler(({ input, context, errors }) => {
      const person = requirePerson(context);
      if (!shelf.lines(person.id).some(({ entryId }) => entryId === input.entryId)) {
        throw errors.notFound({ data: { what: 'line', id: input.entryId } });
      }
      journal.transaction(person.id, (tx) => tx.append(personalLineRemoved, { entryId: input.entryId }));
      return null;
    }),
  });
}

/** A form that was left out may come as a key without a value; what is recorded has no such keys. */
function withoutBlanks({ standard, ...others }: PersonalText['variants']): PersonalText['variants'] {
  return { standard, ...Object.fromEntries(Object.entries(others).filter(([, text]) => text !== undefined)) };
}

const hashOf = (text: PersonalText) => createHash('sha256').update(canonicalBytes(text)).digest('hex');

function withoutHash({ entryHash: _, ...line }: KeptPersonalLine): PersonalLine {
  return line;
}
