import { existsSync } from 'node:fs';
import { basename } from 'node:path';
import { type DataFolder, dataFolder } from '#core/db/data-folder.ts';
import { readHead } from '#core/journal/head-file.ts';

/** A journal that a data folder has: its name in what the tool prints, its database and its head file. */
export interface JournalFiles {
  readonly name: 'work' | 'rehearsals';
  readonly database: string;
  readonly head: string;
}

export interface JournalsFound {
  readonly present: readonly JournalFiles[];
  /** One line for each database that should be there and is not. */
  readonly missing: readonly { readonly name: JournalFiles['name']; readonly why: string }[];
}

/** Live work always has a journal; rehearsals have one of their own from the first rehearsal on. */
export function journalsIn(folder: string): JournalsFound {
  const files = dataFolder(folder);
  const work = { name: 'work', database: files.database, head: files.head } as const;
  const rehearsals = { name: 'rehearsals', database: files.rehearsals, head: files.rehearsalsHead } as const;
  const present = [work, rehearsals].filter(({ database }) => existsSync(database));
  return { present, missing: [...missingWork(work), ...missingRehearsals(rehearsals, files)] };
}

function missingWork({ name, database }: JournalFiles): JournalsFound['missing'] {
  return existsSync(database) ? [] : [{ name, why: `there is no ${basename(database)} in it` }];
}

/** A head file that names an event tells of rehearsals whose database is gone. */
function missingRehearsals({ name, database, head }: JournalFiles, files: DataFolder): JournalsFound['missing'] {
  if (existsSync(database) || !existsSync(files.database)) return [];
  const reading = readHead(head);
  if (reading.state !== 'recorded') return [];
  const { epoch, seq } = reading.record;
  return [{ name, why: `${basename(head)} names event ${epoch}/${seq}, and there is no ${basename(database)} in it` }];
}
