import { useQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PoolChange } from '#contract/releases.ts';
import { useCore } from '#renderer/core-client/core-provider.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { Field } from '#renderer/ui/field.tsx';
import { useTell } from '#renderer/ui/notice.tsx';
import { Skeleton } from '#renderer/ui/skeleton.tsx';
import { PinField } from './pin-field.tsx';
import { type Preview, ReleasePreview } from './release-preview.tsx';
import { saySigned } from './release-words.ts';
import { SIGNING_CALL } from './signing-call.ts';
import { type StageChoice, StageFields, stageIsSet, stagesOf } from './stage-fields.tsx';
import { useStep } from './use-step.ts';

const keyOf = ({ source, draftId, entryId }: PoolChange): string => (source === 'draft' ? (draftId ?? '') : entryId);

/** The next release: what goes into it, why, from when on, and the signature. */
export function NextRelease() {
  const { t } = useTranslation();
  const core = useCore();
  const tell = useTell();
  const pool = useQuery({
    queryKey: ['releases', 'pool'],
    queryFn: ({ signal }) => core.releases.pool(undefined, { signal }),
  }).data;
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const [why, setWhy] = useState('');
  const [stage, setStage] = useState<StageChoice>({ at: 'now', whenText: '', sites: '' });
  const [pin, setPin] = useState('');
  const [preview, setPreview] = useState<Preview | null>(null);
  const { busy, problem, run } = useStep();
  if (pool === undefined) return <Skeleton label={t('frame.loading')} lines={4} />;
  const taken = pool.filter((change) => !left.has(keyOf(change)));
  const picked = {
    draftIds: taken.flatMap(({ source, draftId }) => (source === 'draft' && draftId !== null ? [draftId] : [])),
    fromApp: taken.flatMap(({ source, entryId }) => (source === 'app' ? [entryId] : [])),
    why: why.trim(),
  };
  const ready = taken.length > 0 && picked.why !== '' && stageIsSet(stage);
  const look = () => void run(async () => setPreview(await core.releases.preview(picked)));
  const publish = (event: FormEvent) => {
    event.preventDefault();
    if (!ready || pin === '') return;
    void run(async () => {
      const signed = await core.releases.propose({ ...picked, stages: stagesOf(stage), pin }, SIGNING_CALL);
      tell({ tone: 'done', title: saySigned(signed, t) });
      setPreview(null);
      setPin('');
    });
  };
  return (
    <form onSubmit={publish} className="flex flex-col gap-3.5">
      <h3 className="text-head font-semibold">{t('releases.next.title')}</h3>
      {pool.length === 0 ? <p className="spoken text-note text-ink-2">{t('releases.next.poolEmpty')}</p> : null}
      {pool.length > 0 ? (
        <>
          <div className="flex flex-wrap items-center gap-2">
            <p className="figures min-w-0 flex-1 text-note text-ink-2">
              {t('releases.next.pool')} {taken.length}/{pool.length}
            </p>
            <Button size="small" onClick={() => setLeft(new Set())}>
              {t('releases.next.all')}
            </Button>
            <Button size="small" onClick={() => setLeft(new Set(pool.map(keyOf)))}>
              {t('releases.next.nothing')}
            </Button>
          </div>
          <Pool pool={pool} left={left} onLeave={setLeft} />
          <Field
            label={t('releases.next.why')}
            hint={t('releases.next.whyHint')}
            maxLength={300}
            value={why}
            onChange={(event) => setWhy(event.target.value)}
          />
          <StageFields choice={stage} onChange={setStage} />
          <Button className="self-start" aria-disabled={!ready || busy} onClick={() => ready && look()}>
            {t('releases.next.preview')}
          </Button>
          {preview === null ? null : <ReleasePreview preview={preview} />}
          <PinField value={pin} problem={problem} onChange={setPin} />
          <Button look="primary" type="submit" className="self-start" aria-disabled={!ready || busy || pin === ''}>
            {t('releases.next.do')}
          </Button>
        </>
      ) : null}
    </form>
  );
}

interface PoolProps {
  pool: readonly PoolChange[];
  left: ReadonlySet<string>;
  onLeave: (left: ReadonlySet<string>) => void;
}

function Pool({ pool, left, onLeave }: PoolProps) {
  const { t } = useTranslation();
  const toggle = (key: string, take: boolean) => {
    const next = new Set(left);
    if (take) next.delete(key);
    else next.add(key);
    onLeave(next);
  };
  return (
    <ul aria-label={t('releases.next.pool')} className="flex max-h-64 flex-col overflow-y-auto">
      {pool.map((change) => (
        <li key={keyOf(change)} className="border-t border-edge py-1.5">
          <label className="flex items-baseline gap-2 text-body">
            <input
              type="checkbox"
              className="size-4 shrink-0 translate-y-0.5 accent-(--accent)"
              checked={!left.has(keyOf(change))}
              onChange={({ target }) => toggle(keyOf(change), target.checked)}
            />
            <span className="text-note text-ink-3">{t(`releases.how.${change.how}`)}</span>
            <span className="min-w-0 flex-1" lang="zh-CN">
              {change.title}
            </span>
            <span className="text-small text-ink-3">
              {change.source === 'app' ? t('releases.next.fromApp') : change.packTitle}
            </span>
          </label>
        </li>
      ))}
    </ul>
  );
}
