import type { ServerContract } from '#contract/sync/server-contract.ts';
import type { InstallRole } from '#contract/sync/terms.ts';

/** How far a caller reaches: not at all, its own install, its own site, every site. */
export type Reach = 'none' | 'own' | 'site' | 'all';
export type RouteName = keyof ServerContract;
export type Caller = 'anybody' | InstallRole;

const openToAll = { anybody: 'all', desk: 'all', leadDesk: 'all', administrator: 'all' } as const;
const ownJournal = { anybody: 'none', desk: 'own', leadDesk: 'own', administrator: 'own' } as const;
const ownSite = { anybody: 'none', desk: 'site', leadDesk: 'site', administrator: 'site' } as const;
const administration = { anybody: 'none', desk: 'none', leadDesk: 'none', administrator: 'all' } as const;

/** Every route for every caller, in one table; the tests are generated from it. What is not here does not compile. */
export const authorisation: Readonly<Record<RouteName, Readonly<Record<Caller, Reach>>>> = {
  time: openToAll,
  enrol: openToAll,
  token: openToAll,
  heads: ownJournal,
  upload: ownJournal,
  quarantine: { anybody: 'none', desk: 'own', leadDesk: 'site', administrator: 'site' },
  feed: ownSite,
  feedGrew: ownSite,
  sites: { anybody: 'none', desk: 'site', leadDesk: 'site', administrator: 'all' },
  addSite: administration,
  installs: { anybody: 'none', desk: 'none', leadDesk: 'site', administrator: 'all' },
  revoke: administration,
  issueCode: administration,
  people: { anybody: 'none', desk: 'site', leadDesk: 'site', administrator: 'all' },
  releaseFile: { anybody: 'none', desk: 'all', leadDesk: 'all', administrator: 'all' },
  // Who may publish is decided by the signatures in the files; the table keeps ordinary desks from filling the store.
  publishFiles: { anybody: 'none', desk: 'none', leadDesk: 'all', administrator: 'all' },
};

const ORDER: readonly Reach[] = ['none', 'own', 'site', 'all'];

export function reaches(route: RouteName, caller: Caller, needed: Reach): boolean {
  return ORDER.indexOf(authorisation[route][caller]) >= ORDER.indexOf(needed);
}
