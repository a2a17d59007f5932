import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PublishingStatus } from '#contract/releases.ts';
import { useCore } from '#renderer/core-client/core-provider.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { Chip } from '#renderer/ui/chip.tsx';
import { Field } from '#renderer/ui/field.tsx';
import { useTell } from '#renderer/ui/notice.tsx';
import { PinField } from './pin-field.tsx';
import { useStep } from './use-step.ts';

/** Who signs: a key for oneself, and, with the printed root key, who is taken in or out. */
export function SignersForm({ status }: { status: PublishingStatus }) {
  const { t } = useTranslation();
  const [changing, setChanging] = useState(false);
  return (
    <section className="flex flex-col gap-3">
      <h3 className="text-head font-semibold">{t('releases.trust.who')}</h3>
      <ul className="flex flex-wrap gap-2">
        {status.people.map(({ keyId, name, signs }) => (
          <li key={keyId} className="flex items-center gap-1.5 text-body">
            {name}
            <Chip tone={signs ? 'accent' : 'plain'}>{t(signs ? 'releases.trust.signs' : 'releases.trust.notYet')}</Chip>
          </li>
        ))}
      </ul>
      {status.hasKeyHere ? null : <MakeKey />}
      {changing ? (
        <ChangeSigners status={status} onDone={() => setChanging(false)} />
      ) : (
        <Button size="small" className="self-start" onClick={() => setChanging(true)}>
          {t('releases.trust.change')}
        </Button>
      )}
    </section>
  );
}

function MakeKey() {
  const { t } = useTranslation();
  const core = useCore();
  const tell = useTell();
  const [pin, setPin] = useState('');
  const { busy, problem, run } = useStep();
  const make = (event: FormEvent) => {
    event.preventDefault();
    void run(async () => {
      await core.releases.offerKey({ pin });
      tell({ tone: 'done', title: t('releases.trust.madeKey') });
    });
  };
  return (
    <form onSubmit={make} className="flex flex-wrap items-end gap-3">
      <PinField value={pin} problem={problem} onChange={setPin} />
      <Button type="submit" aria-disabled={busy || pin === ''}>
        {t('releases.trust.makeKey')}
      </Button>
    </form>
  );
}

function ChangeSigners({ status, onDone }: { status: PublishingStatus; onDone: () => void }) {
  const { t } = useTranslation();
  const core = useCore();
  const tell = useTell();
  const [chosen, setChosen] = useState(() => status.people.filter(({ signs }) => signs).map(({ keyId }) => keyId));
  const [threshold, setThreshold] = useState(String(status.trust?.threshold ?? 1));
  const [rootKey, setRootKey] = useState('');
  const { busy, problem, run } = useStep();
  const change = (event: FormEvent) => {
    event.preventDefault();
    void run(async () => {
      await core.releases.changeSigners({ rootKey, keyIds: chosen, threshold: Number(threshold) });
      tell({ tone: 'done', title: t('releases.trust.changed') });
      onDone();
    });
  };
  return (
    <form onSubmit={change} className="flex flex-col gap-3 rounded-large bg-sunken px-4 py-3.5">
      <fieldset className="flex flex-wrap gap-3">
        <legend className="text-note text-ink-2">{t('releases.trust.who')}</legend>
        {status.people.map(({ keyId, name }) => (
          <label key={keyId} className="flex items-center gap-1.5 text-body">
            <input
              type="checkbox"
              className="size-4 accent-(--accent)"
              checked={chosen.includes(keyId)}
              onChange={({ target }) =>
                setChosen(target.checked ? [...chosen, keyId] : chosen.filter((each) => each !== keyId))
              }
            />
            {name}
          </label>
        ))}
      </fieldset>
      <Field
        className="max-w-[10rem]"
        label={t('releases.trust.threshold')}
        type="number"
        min={1}
        max={5}
        value={threshold}
        onChange={(event) => setThreshold(event.target.value)}
      />
      <Field
        label={t('releases.trust.rootKey')}
        autoComplete="off"
        maxLength={200}
        problem={problem}
        value={rootKey}
        onChange={(event) => setRootKey(event.target.value)}
      />
      <Button type="submit" className="self-start" aria-disabled={busy || rootKey === '' || chosen.length === 0}>
        {t('releases.trust.changeDo')}
      </Button>
    </form>
  );
}
