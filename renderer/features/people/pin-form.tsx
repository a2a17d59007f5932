import { ArrowLeft } from 'lucide-react';
import { type FormEvent, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Person } from '#contract/people.ts';
import { toFailure } from '#renderer/core-client/call-failure.ts';
import { failureText } from '#renderer/i18n/explain-failure.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Field } from '#renderer/ui/field.tsx';
import { Initial } from './initial.tsx';

interface PinFormProps {
  person: Person;
  onEnter: (pin: string) => Promise<void>;
  onBack: () => void;
}

/** Asks for a person's PIN; after wrong tries it counts the wait down. */
export function PinForm({ person, onEnter, onBack }: PinFormProps) {
  const { t } = useTranslation();
  const [pin, setPin] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const [waitSeconds, startWaiting] = useCountdown();

  const enter = async (event: FormEvent) => {
    event.preventDefault();
    if (busy || waitSeconds > 0 || pin === '') return;
    setBusy(true);
    setProblem(null);
    try {
      await onEnter(pin);
    } catch (error) {
      const failure = toFailure(error);
      if (failure.code === 'wrongPin') {
        setProblem(t('people.wrongPin'));
        startWaiting(Math.ceil(failure.data.waitMs / 1000));
      } else if (failure.code === 'invalidInput') {
        setProblem(t('people.pinHint'));
      } else setProblem(failureText(failure.code, t));
    } finally {
      setBusy(false);
    }
  };

  return (
    <form onSubmit={enter} className="mx-auto flex max-w-[22rem] flex-col gap-4">
      <div className="flex items-center gap-3">
        <Initial name={person.name} large />
        <h1 className="text-head font-semibold">{t('people.pinFor', { name: person.name })}</h1>
      </div>
      <Field
        label={t('people.pin')}
        hint={t('people.pinHint')}
        problem={waitSeconds > 0 ? t('people.waitSeconds', { count: waitSeconds }) : problem}
        type="password"
        inputMode="numeric"
        autoComplete="off"
        maxLength={12}
        autoFocus
        value={pin}
        onChange={(event) => setPin(event.target.value)}
        onKeyDown={(event) => event.key === 'Escape' && onBack()}
      />
      <div className="flex gap-2.5">
        <Button look="primary" type="submit" aria-disabled={busy || waitSeconds > 0}>
          {t('people.enter')}
        </Button>
        <Button look="quiet" onClick={onBack}>
          <ArrowLeft className="size-4" aria-hidden />
          {t('people.someoneElse')}
        </Button>
      </div>
    </form>
  );
}

/** Seconds left, counted down once a second from what `start` is given. */
function useCountdown(): [number, (seconds: number) => void] {
  const [left, setLeft] = useState(0);
  useEffect(() => {
    if (left <= 0) return;
    const timer = setTimeout(() => setLeft(left - 1), 1000);
    return () => clearTimeout(timer);
  }, [left]);
  return [left, setLeft];
}
