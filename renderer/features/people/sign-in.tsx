import { ArrowLeft, LockKeyhole, UsersRound } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Person } from '#contract/people.ts';
import { toFailure } from '#renderer/core-client/call-failure.ts';
import { ConnectionBanner } from '#renderer/features/system/connection-banner.tsx';
import { failureNotice } from '#renderer/i18n/explain-failure.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Chip } from '#renderer/ui/chip.tsx';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { useTell } from '#renderer/ui/notice.tsx';
import { Skeleton } from '#renderer/ui/skeleton.tsx';
import { Initial } from './initial.tsx';
import { PinForm } from './pin-form.tsx';
import { usePeople, useSignIn } from './use-people.ts';

interface SignInProps {
  /** Somebody is signed in already and may change their mind. */
  current?: Person;
  onDone: () => void;
}

/** Picks who is at the desk: one press on a name, and a PIN where one was set. */
export function SignIn({ current, onDone }: SignInProps) {
  const { t } = useTranslation();
  const tell = useTell();
  const people = usePeople();
  const signIn = useSignIn();
  const [chosen, setChosen] = useState<Person | null>(null);

  const choose = (person: Person) => {
    if (person.id === current?.id) onDone();
    else if (person.hasPin) setChosen(person);
    else signIn(person.id).then(onDone, (error: unknown) => tell(failureNotice(toFailure(error).code, t)));
  };

  return (
    <div className="flex h-full flex-col overflow-y-auto bg-bg">
      <ConnectionBanner />
      <main className="m-auto w-full max-w-[48rem] px-6 py-10">
        {chosen ? (
          <PinForm
            person={chosen}
            onEnter={(pin) => signIn(chosen.id, pin).then(onDone)}
            onBack={() => setChosen(null)}
          />
        ) : (
          <>
            <h1 className="text-title font-bold">{t('people.signInTitle')}</h1>
            <p className="mt-1 text-body text-ink-2">{t('people.signInText')}</p>
            {people.data === undefined ? <Skeleton label={t('frame.loading')} /> : null}
            {people.data?.length === 0 ? (
              <EmptyState icon={<UsersRound className="size-8" aria-hidden />} title={t('people.noneTitle')}>
                {t('people.noneText')}
              </EmptyState>
            ) : null}
            <ul
              aria-label={t('people.list')}
              className="mt-6 grid grid-cols-[repeat(auto-fill,minmax(14rem,1fr))] gap-3"
            >
              {people.data?.map((person, index) => (
                <li key={person.id}>
                  <button
                    type="button"
                    // biome-ignore lint/a11y/noAutofocus: nothing else can be done here; the first name takes the focus.
                    autoFocus={index === 0}
                    onClick={() => choose(person)}
                    className="flex w-full items-center gap-3 rounded-large border border-edge-strong bg-panel px-4 py-3.5 text-left shadow-lift transition-colors duration-100 hover:border-accent hover:bg-hover"
                  >
                    <Initial name={person.name} large />
                    <span className="min-w-0 flex-1">
                      <span className="flex items-center gap-1.5 text-head font-semibold">
                        <span className="truncate">{person.name}</span>
                        {person.hasPin ? (
                          <LockKeyhole
                            className="size-3.5 shrink-0 text-ink-3"
                            role="img"
                            aria-label={t('people.hasPin')}
                          />
                        ) : null}
                      </span>
                      <span className="block text-note text-ink-2">{t(`people.role.${person.role}`)}</span>
                    </span>
                    {person.sample ? <Chip>{t('people.sample')}</Chip> : null}
                  </button>
                </li>
              ))}
            </ul>
            {current ? (
              <Button look="quiet" className="mt-6 -ml-3" onClick={onDone}>
                <ArrowLeft className="size-4" aria-hidden />
                {t('frame.back')}
              </Button>
            ) : null}
          </>
        )}
      </main>
    </div>
  );
}
