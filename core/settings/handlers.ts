import { implement } from '@orpc/server';
import { type Settings, settingsChanged, settingsContract } from '#contract/settings.ts';
import { type CallContext, requirePerson } from '../call-context.ts';
import type { WriteHandle } from '../db/open.ts';
import type { Journal } from '../journal/journal.ts';
import { readSession } from '../people/people-repo.ts';
import { readSettings } from './settings-repo.ts';

export function settingsHandlers({ db, journal }: { db: WriteHandle; journal: Journal }) {
  const os = implement(settingsContract).$context<CallContext>();
  return os.router({
    // The sign-in screen looks the way the last person left the desk.
    read: os.read.handler(({ context }) => readSettings(db, context.person()?.id ?? readSession(db)?.personId ?? null)),
    change: os.change.handler(({ input, context }) => {
      const person = requirePerson(context);
      const before = readSettings(db, person.id);
      const after: Settings = {
        theme: input.theme ?? before.theme,
        textScale: input.textScale ?? before.textScale,
        language: input.language ?? before.language,
      };
      journal.transaction(person.id, (tx) => tx.append(settingsChanged, after, [person.id]));
      return after;
    }),
  });
}
