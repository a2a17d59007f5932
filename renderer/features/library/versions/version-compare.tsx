import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { TextPart } from '#contract/library-exchange.ts';
import type { FieldDifference } from '#contract/library-history.ts';
import { useCore } from '#renderer/core-client/core-provider.tsx';
import { sayField } from './say-field.ts';

interface VersionCompareProps {
  entryId: string;
  before: string;
  after: string;
}

/** Two versions of an entry side by side: only what differs, with its sentences in place. */
export function VersionCompare({ entryId, before, after }: VersionCompareProps) {
  const { t } = useTranslation();
  const core = useCore();
  const fields = useQuery({
    queryKey: ['library', 'compare', entryId, before, after],
    queryFn: ({ signal }) => core.library.compareVersions({ entryId, before, after }, { signal }),
  }).data?.fields;
  if (fields === undefined) return null;
  if (fields.length === 0) return <p className="mt-4 text-note text-ink-2">{t('library.versions.same')}</p>;
  return (
    <div className="mt-4 grid gap-4">
      {fields.map((field) => (
        <DifferenceField key={field.path} field={field} />
      ))}
    </div>
  );
}

/** One key of an entry, before and after, sentence beside sentence. */
export function DifferenceField({ field }: { field: FieldDifference }) {
  const { t } = useTranslation();
  return (
    <section className="overflow-hidden rounded-base border border-edge">
      <h3 className="bg-sunken px-3 py-1.5 text-note font-semibold">{sayField(field.path, t)}</h3>
      <table className="w-full table-fixed border-collapse text-note">
        <thead className="sr-only">
          <tr>
            <th scope="col">{t('library.versions.before')}</th>
            <th scope="col">{t('library.versions.after')}</th>
          </tr>
        </thead>
        <tbody lang="zh-CN">
          {field.sentences.map((sentence, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the sentences of a comparison never move.
            <tr key={index} className="border-t border-edge align-top">
              <Side parts={sentence.before} quiet={!sentence.changed} />
              <Side parts={sentence.after} quiet={!sentence.changed} last />
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Side({ parts, quiet, last = false }: { parts: TextPart[] | null; quiet: boolean; last?: boolean }) {
  const { t } = useTranslation();
  return (
    <td
      className={`px-3 py-1.5 wrap-anywhere ${quiet ? 'text-ink-3' : 'text-ink'} ${last ? '' : 'border-r border-edge'}`}
    >
      {parts === null ? <span className="sr-only">{t('library.versions.absent')}</span> : null}
      {(parts ?? []).map((part, index) =>
        part.kind === 'same' ? (
          // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a sentence never move.
          <span key={index}>{part.text}</span>
        ) : part.kind === 'removed' ? (
          // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a sentence never move.
          <del key={index} className="rounded-small bg-warn-soft text-warn">
            <span className="sr-only">{t('library.versions.removed')}</span>
            {part.text}
          </del>
        ) : (
          // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a sentence never move.
          <ins key={index} className="rounded-small bg-accent-soft text-accent">
            <span className="sr-only">{t('library.versions.added')}</span>
            {part.text}
          </ins>
        ),
      )}
    </td>
  );
}
