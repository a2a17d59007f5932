import { useQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCore } from '#renderer/core-client/core-provider.tsx';
import { sayMoment } from '#renderer/i18n/moments.ts';
import { Button } from '#renderer/ui/button.tsx';
import { ChoiceField } from '#renderer/ui/choice-field.tsx';
import { Field } from '#renderer/ui/field.tsx';
import { useTell } from '#renderer/ui/notice.tsx';
import { Skeleton } from '#renderer/ui/skeleton.tsx';
import { PinField } from './pin-field.tsx';
import { type Preview, ReleasePreview } from './release-preview.tsx';
import { saySigned } from './release-words.ts';
import { SIGNING_CALL } from './signing-call.ts';
import { useStep } from './use-step.ts';

/** Back to a former release: a new one with its wording, seen first, with a reason and the same signatures. */
export function GoBack({ onDone }: { onDone: () => void }) {
  const { t, i18n } = useTranslation();
  const core = useCore();
  const tell = useTell();
  const former = useQuery({
    queryKey: ['releases', 'former'],
    queryFn: ({ signal }) => core.releases.former(undefined, { signal }),
  }).data;
  const [chosen, setChosen] = useState('');
  const [why, setWhy] = useState('');
  const [pin, setPin] = useState('');
  const [preview, setPreview] = useState<Preview | null>(null);
  const { busy, problem, run } = useStep();
  if (former === undefined) return <Skeleton label={t('frame.loading')} lines={4} />;
  const backTo = former.find(({ releaseHash }) => releaseHash === chosen)?.releaseHash ?? former[0]?.releaseHash ?? '';
  const picked = { backTo, why: why.trim() };
  const ready = backTo !== '' && picked.why !== '';
  const nothing = preview !== null && preview.changes.length === 0;
  const look = () => void run(async () => setPreview(await core.releases.preview(picked)));
  const publish = (event: FormEvent) => {
    event.preventDefault();
    if (preview === null || nothing || pin === '') return;
    void run(async () => {
      const signed = await core.releases.propose({ ...picked, pin }, SIGNING_CALL);
      tell({ tone: 'done', title: saySigned(signed, t) });
      onDone();
    });
  };
  return (
    <form onSubmit={publish} className="flex flex-col gap-3.5">
      <h3 className="text-head font-semibold">{t('releases.back.title')}</h3>
      <p className="spoken text-note text-ink-2">
        {former.length === 0 ? t('releases.back.none') : t('releases.back.intro')}
      </p>
      {former.length === 0 ? null : (
        <>
          <ChoiceField
            label={t('releases.back.pick')}
            value={backTo}
            options={former.map(({ releaseHash, version, appliedAtMs, why: then }) => ({
              value: releaseHash,
              label: [
                t('releases.changed.applied', {
                  version,
                  when: sayMoment(appliedAtMs, Date.now(), i18n.language, t),
                }),
                ...(then === '' ? [] : [then]),
              ].join(' · '),
            }))}
            onChange={(releaseHash) => {
              setChosen(releaseHash);
              setPreview(null);
            }}
          />
          <Field
            label={t('releases.back.why')}
            hint={t('releases.next.whyHint')}
            maxLength={300}
            value={why}
            onChange={(event) => {
              setWhy(event.target.value);
              setPreview(null);
            }}
          />
          <Button
            look={preview === null ? 'primary' : 'plain'}
            className="self-start"
            aria-disabled={!ready || busy}
            onClick={() => ready && look()}
          >
            {t('releases.back.look')}
          </Button>
          {preview === null ? null : <ReleasePreview preview={preview} />}
          {nothing ? <p className="text-note text-ink-2">{t('releases.back.same')}</p> : null}
          {preview === null || nothing || preview.faults.length > 0 ? (
            <p role="alert" className="text-note text-never">
              {problem}
            </p>
          ) : (
            <>
              <PinField value={pin} problem={problem} onChange={setPin} />
              <Button look="primary" type="submit" className="self-start" aria-disabled={busy || pin === ''}>
                {t('releases.back.do')}
              </Button>
            </>
          )}
        </>
      )}
      <Button look="quiet" size="small" className="self-start" onClick={onDone}>
        {t('frame.cancel')}
      </Button>
    </form>
  );
}
