import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { EntryPick } from './entry-pick.tsx';
import { AddRow, RemoveRow } from './row-button.tsx';

interface EntryListFormProps {
  label: string;
  ids: readonly string[];
  titles: Readonly<Record<string, string>>;
  kinds: readonly string[];
  path: string;
  onChange: (path: string, value: unknown) => void;
}

/** Entries by their titles, the best first. */
export function EntryListForm({ label, ids, titles, kinds, path, onChange }: EntryListFormProps) {
  const { t } = useTranslation();
  const [adding, setAdding] = useState(false);
  return (
    <fieldset className="grid gap-1" data-path={path}>
      <legend className="mb-1 text-note font-semibold">{label}</legend>
      {ids.map((entryId, index) => (
        <div key={entryId} className="flex items-start gap-1" data-path={`${path}.${index}`}>
          <EntryPick
            label={String(index + 1)}
            entryId={entryId}
            title={titles[entryId]}
            kinds={kinds}
            onPick={(picked) => onChange(path, [...new Set(ids.map((one, place) => (place === index ? picked : one)))])}
          />
          <RemoveRow
            label={t('outline.pick.remove', { title: titles[entryId] ?? entryId })}
            onRemove={() =>
              onChange(
                path,
                ids.filter((_, place) => place !== index),
              )
            }
          />
        </div>
      ))}
      {adding ? (
        <EntryPick
          label={t('outline.pick.new')}
          entryId=""
          title={undefined}
          kinds={kinds}
          onPick={(picked) => {
            setAdding(false);
            onChange(path, [...new Set([...ids, picked])]);
          }}
        />
      ) : (
        <AddRow onAdd={() => setAdding(true)}>{t('outline.pick.add')}</AddRow>
      )}
    </fieldset>
  );
}
