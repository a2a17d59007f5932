const PREFIX = 'personal/';

/** Whether an id is that of a line somebody wrote for themselves; ids of the library begin with their pack. */
export const isPersonalEntry = (entryId: string): boolean => entryId.startsWith(PREFIX);
export const personalEntryId = (id: string): string => `${PREFIX}${id}`;
