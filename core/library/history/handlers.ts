import { implement } from '@orpc/server';
import { libraryHistoryContract } from '#contract/library-history.ts';
import type { CallContext } from '#core/call-context.ts';
import type { ReadHandle } from '#core/db/open.ts';
import { versionsOfEntry } from '#core/releases/entry-version-repo.ts';
import { type Catalogue, isWording } from '../catalogue.ts';
import { findLineUse, usesByVersion } from '../line-use-repo.ts';
import { compareVersions } from './compare-versions.ts';

export interface LibraryHistoryDeps {
  db: ReadHandle;
  catalogue: Catalogue;
}

export function libraryHistoryHandlers({ db, catalogue }: LibraryHistoryDeps) {
  const os = implement(libraryHistoryContract).$context<CallContext>();
  return os.router({
    entryHistory: os.entryHistory.handler(({ input: { entryId }, errors }) => {
      const versions = versionsOfEntry(db, entryId);
      const newest = versions[0]?.entry;
      if (!newest) throw errors.notFound({ data: { what: 'entry', id: entryId } });
      const inForce = catalogue.find(entryId)?.entryHash;
      const uses = usesByVersion(db, entryId);
      return {
        entryId,
        kind: newest.kind,
        title: newest.title,
        versions: versions.map(({ entryHash, releaseVersion, appliedAtMs, entry: { provenance } }) => {
          const used = uses.filter((use) => use.entryHash === entryHash);
          const { version, owner, effectiveFrom, changeNote } = provenance;
          return {
            ...{ entryHash, version, releaseVersion, appliedAtMs, owner, effectiveFrom, changeNote },
            current: entryHash === inForce,
            copied: used.find(({ how }) => how === 'copied')?.uses ?? 0,
            said: used.find(({ how }) => how === 'said')?.uses ?? 0,
          };
        }),
      };
    }),
    compareVersions: os.compareVersions.handler(({ input, errors }) => {
      const versions = versionsOfEntry(db, input.entryId);
      const wordingOf = (hash: string) => {
        const found = versions.find(({ entryHash }) => entryHash === hash);
        if (!found) throw errors.notFound({ data: { what: 'version', id: hash } });
        return found.entry;
      };
      return { fields: compareVersions(wordingOf(input.before), wordingOf(input.after)) };
    }),
    usedVersion: os.usedVersion.handler(({ input, context, errors }) => {
      const use = findLineUse(db, input.eventId, context.person()?.id ?? null);
      if (!use) throw errors.notFound({ data: { what: 'use', id: input.eventId } });
      const kept = versionsOfEntry(db, use.entry_id).find(({ entryHash, entry }) =>
        // Uses from before hashes were kept beside them are told by their version.
        use.entry_hash === null ? entry.provenance.version === use.version : entryHash === use.entry_hash,
      );
      const wording = kept && isWording(kept.entry) ? kept.entry : null;
      return {
        entryId: use.entry_id,
        version: use.version,
        entryHash: kept?.entryHash ?? null,
        current: kept !== undefined && catalogue.find(use.entry_id)?.entryHash === kept.entryHash,
        title: kept?.entry.title ?? '',
        text: wording?.variants[use.variant as keyof typeof wording.variants] ?? use.text,
      };
    }),
  });
}
