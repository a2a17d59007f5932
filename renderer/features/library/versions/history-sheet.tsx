import { useQuery } from '@tanstack/react-query';
import clsx from 'clsx';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { EntryVersion } from '#contract/library-history.ts';
import { useCore } from '#renderer/core-client/core-provider.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { Skeleton } from '#renderer/ui/skeleton.tsx';
import { VersionCompare } from './version-compare.tsx';

interface HistorySheetProps {
  entryId: string;
  /** The version to set beside the newest; without it, the one before the newest. */
  beside?: string | null;
  onClose: () => void;
}

/** Every version of an entry this desk has had, and any two of them side by side. */
export function HistorySheet({ entryId, beside = null, onClose }: HistorySheetProps) {
  const { t } = useTranslation();
  const core = useCore();
  const history = useQuery({
    queryKey: ['library', 'history', entryId],
    queryFn: ({ signal }) => core.library.entryHistory({ entryId }, { signal }),
  }).data;
  const [chosen, setChosen] = useState<{ before: string | null; after: string | null }>({
    before: beside,
    after: null,
  });
  const versions = history?.versions ?? [];
  const after = chosen.after ?? versions[0]?.entryHash;
  const before = chosen.before ?? versions.find(({ entryHash }) => entryHash !== after)?.entryHash;
  return (
    <Dialog
      title={t('library.versions.title', { title: history?.title ?? '' })}
      description={versions.length > 1 ? t('library.versions.intro') : t('library.versions.onlyOne')}
      onClose={onClose}
      wide
    >
      {history === undefined ? <Skeleton label={t('frame.loading')} /> : null}
      <ol aria-label={t('library.versions.list')} className="grid gap-1.5">
        {versions.map((version) => (
          <li key={version.entryHash} className="rounded-base border border-edge px-3.5 py-2">
            <VersionFacts version={version} />
            {versions.length > 1 ? (
              <div className="mt-1.5 flex gap-4 text-note">
                <Pick
                  name="before"
                  version={version}
                  chosen={before}
                  onPick={(hash) => setChosen({ ...chosen, before: hash })}
                />
                <Pick
                  name="after"
                  version={version}
                  chosen={after}
                  onPick={(hash) => setChosen({ ...chosen, after: hash })}
                />
              </div>
            ) : null}
          </li>
        ))}
      </ol>
      {before !== undefined && after !== undefined ? (
        <VersionCompare entryId={entryId} before={before} after={after} />
      ) : null}
    </Dialog>
  );
}

function VersionFacts({ version }: { version: EntryVersion }) {
  const { t, i18n } = useTranslation();
  const day = new Intl.DateTimeFormat(i18n.language, { dateStyle: 'medium' }).format(version.appliedAtMs);
  return (
    <>
      <p className="flex flex-wrap items-baseline gap-x-2.5">
        <b className="font-semibold">{t('library.versions.version', { version: version.version })}</b>
        {version.current ? (
          <span className="rounded-small bg-accent-soft px-1.5 text-small text-accent">
            {t('library.versions.current')}
          </span>
        ) : null}
        <span className="text-small text-ink-3">
          {[
            t('library.versions.brought', { day, release: version.releaseVersion }),
            t('library.versions.owner', { owner: version.owner }),
            t('library.versions.uses', { copied: version.copied, said: version.said }),
          ].join(' · ')}
        </span>
      </p>
      <p className="text-note text-ink-2" lang="zh-CN">
        {version.changeNote === '' ? t('library.versions.noNote') : version.changeNote}
      </p>
    </>
  );
}

interface PickProps {
  name: 'before' | 'after';
  version: EntryVersion;
  chosen: string | undefined;
  onPick: (entryHash: string) => void;
}

function Pick({ name, version, chosen, onPick }: PickProps) {
  const { t } = useTranslation();
  return (
    <label className={clsx('flex items-center gap-1.5', chosen === version.entryHash ? 'text-ink' : 'text-ink-2')}>
      <input
        type="radio"
        name={`version-${name}`}
        checked={chosen === version.entryHash}
        onChange={() => onPick(version.entryHash)}
        className="accent-accent"
      />
      {name === 'before' ? t('library.versions.older') : t('library.versions.newer')}
    </label>
  );
}
