import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { FoundPerson } from '#contract/privacy.ts';
import { toFailure } from '#renderer/core-client/call-failure.ts';
import { useCore } from '#renderer/core-client/core-provider.tsx';
import { failureNotice } from '#renderer/i18n/explain-failure.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Field } from '#renderer/ui/field.tsx';
import { useTell } from '#renderer/ui/notice.tsx';
import { EraseDialog } from './erase-dialog.tsx';
import { FoundRow } from './found-row.tsx';

const SLOW_CALL_MS = 60_000;

/** Finds what this desk knows of a person by number or name, and leads on to erasing what is ticked. */
export function FindPerson() {
  const { t } = useTranslation();
  const core = useCore();
  const tell = useTell();
  const [number, setNumber] = useState('');
  const [name, setName] = useState('');
  const [found, setFound] = useState<FoundPerson[] | null>(null);
  const [picked, setPicked] = useState<ReadonlySet<string>>(new Set());
  const [busy, setBusy] = useState(false);
  const [asking, setAsking] = useState(false);
  const typed = number.trim() !== '' || name.trim() !== '';

  const find = async (event: FormEvent) => {
    event.preventDefault();
    if (!typed || busy) return;
    setBusy(true);
    try {
      const people = await core.privacy.find({ number, name }, { context: { timeoutMs: SLOW_CALL_MS } });
      setFound(people);
      // A whole number means one person; a name may be several.
      const mayGo = number.trim() === '' ? [] : people.filter(({ open }) => open.length === 0);
      setPicked(new Set(mayGo.map(({ subjectId }) => subjectId)));
    } catch (error) {
      tell(failureNotice(toFailure(error).code, t));
    } finally {
      setBusy(false);
    }
  };
  const over = () => {
    setAsking(false);
    setFound(null);
    setNumber('');
    setName('');
  };
  const pick = (subjectId: string, on: boolean) =>
    setPicked((before) => new Set(on ? [...before, subjectId] : [...before].filter((id) => id !== subjectId)));

  return (
    <>
      <form onSubmit={find} className="flex flex-wrap items-end gap-3">
        <Field
          className="w-44"
          label={t('privacy.erase.number')}
          inputMode="numeric"
          autoComplete="off"
          maxLength={24}
          value={number}
          onChange={(event) => setNumber(event.target.value)}
        />
        <Field
          className="w-36"
          label={t('privacy.erase.name')}
          autoComplete="off"
          maxLength={20}
          value={name}
          onChange={(event) => setName(event.target.value)}
        />
        <Button type="submit" aria-disabled={!typed || busy} title={typed ? undefined : t('privacy.erase.needsOne')}>
          {busy ? t('privacy.erase.finding') : t('privacy.erase.find')}
        </Button>
      </form>
      <div role="status" className="mt-3 text-note text-ink-2">
        {found === null ? '' : found.length === 0 ? t('privacy.erase.none') : t('privacy.erase.pick')}
      </div>
      {found !== null && found.length > 0 ? (
        <>
          <ul className="mt-1">
            {found.map((person) => (
              <FoundRow key={person.subjectId} person={person} picked={picked.has(person.subjectId)} onPick={pick} />
            ))}
          </ul>
          <Button
            look="danger"
            className="mt-3"
            aria-disabled={picked.size === 0}
            onClick={() => setAsking(picked.size > 0)}
          >
            {t('privacy.erase.goOn')}
          </Button>
        </>
      ) : null}
      {asking ? <EraseDialog subjectIds={[...picked]} onErased={over} onClose={() => setAsking(false)} /> : null}
    </>
  );
}
