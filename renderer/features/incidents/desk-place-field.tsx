import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCore } from '#renderer/core-client/core-provider.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { Field } from '#renderer/ui/field.tsx';
import { useTell } from '#renderer/ui/notice.tsx';
import { useIncidentCall } from './use-incident-call.ts';

/** Where this desk stands, which is what the scope of an incident goes by. */
export function DeskPlaceField() {
  const { t } = useTranslation();
  const core = useCore();
  const tell = useTell();
  const call = useIncidentCall();
  const place = useQuery({
    queryKey: ['incidents', 'place'],
    queryFn: ({ signal }) => core.incidents.place(undefined, { signal }),
  }).data;
  const [typed, setTyped] = useState<string | null>(null);
  const mine = place?.mine ?? null;
  const name = (typed ?? mine ?? '').trim();
  const save = async (to: string | null) => {
    if (!(await call(() => core.incidents.setPlace({ place: to })))) return;
    setTyped(null);
    tell({ tone: 'done', title: t('incidents.place.saved') });
  };
  return (
    <section aria-labelledby="desk-place" className="border-t border-edge pt-4">
      <h3 id="desk-place" className="text-note font-semibold text-ink-2">
        {t('incidents.place.title')}
      </h3>
      <p className="mb-2 text-note text-ink-2">{t('incidents.place.text')}</p>
      <form
        className="flex flex-wrap items-end gap-2"
        onSubmit={(event) => {
          event.preventDefault();
          if (name !== '' && name !== mine) void save(name);
        }}
      >
        <Field
          className="min-w-48 flex-1"
          lang="zh-CN"
          label={t('incidents.place.label')}
          placeholder={t('incidents.place.none')}
          maxLength={40}
          value={typed ?? mine ?? ''}
          onChange={(event) => setTyped(event.target.value)}
        />
        <Button type="submit" aria-disabled={name === '' || name === mine}>
          {t('incidents.place.save')}
        </Button>
        {mine === null ? null : (
          <Button look="quiet" onClick={() => void save(null)}>
            {t('incidents.place.clear')}
          </Button>
        )}
      </form>
    </section>
  );
}
