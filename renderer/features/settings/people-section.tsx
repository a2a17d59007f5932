import { UserRoundPlus } from 'lucide-react';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Person } from '#contract/people.ts';
import type { Role } from '#contract/vocabulary.ts';
import { toFailure } from '#renderer/core-client/call-failure.ts';
import { useCore } from '#renderer/core-client/core-provider.tsx';
import { Initial } from '#renderer/features/people/initial.tsx';
import { usePeople } from '#renderer/features/people/use-people.ts';
import { failureNotice, failureText } from '#renderer/i18n/explain-failure.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Chip } from '#renderer/ui/chip.tsx';
import { ChoiceChips } from '#renderer/ui/choice-chips.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { Field } from '#renderer/ui/field.tsx';
import { useTell } from '#renderer/ui/notice.tsx';
import { SectionCard } from './section-card.tsx';
import type { SettingsSectionProps } from './section-props.ts';

const roles = Object.keys({
  agent: true,
  trainee: true,
  lead: true,
  reviewer: true,
  handler: true,
  administrator: true,
} satisfies Record<Role, true>) as Role[];

export function PeopleSection({ person }: SettingsSectionProps) {
  const { t } = useTranslation();
  const people = usePeople().data ?? [];
  const [leaving, setLeaving] = useState<Person | null>(null);
  const mayChange = person.role === 'administrator';
  return (
    <>
      <SectionCard
        heading={t('settings.sections.people')}
        intro={mayChange ? t('settings.peopleIntro') : t('settings.peopleNotAllowed')}
      >
        <ul className="flex flex-col">
          {people.map((each) => (
            <li key={each.id} className="flex min-h-12 items-center gap-3 border-b border-edge last:border-0">
              <Initial name={each.name} />
              <span className="min-w-0 flex-1 text-body">
                <span className="font-semibold">{each.name}</span>
                <span className="ml-2 text-note text-ink-2">{t(`people.role.${each.role}`)}</span>
              </span>
              {each.sample ? <Chip>{t('people.sample')}</Chip> : null}
              {each.id === person.id ? <Chip tone="accent">{t('settings.personYou')}</Chip> : null}
              {mayChange && each.id !== person.id ? (
                <Button
                  size="small"
                  onClick={() => setLeaving(each)}
                  aria-label={`${t('settings.personRetire')} ${each.name}`}
                >
                  {t('settings.personRetire')}
                </Button>
              ) : null}
            </li>
          ))}
        </ul>
      </SectionCard>
      {mayChange ? <AddPerson /> : null}
      {leaving ? <RetireDialog person={leaving} onClose={() => setLeaving(null)} /> : null}
    </>
  );
}

function AddPerson() {
  const { t } = useTranslation();
  const core = useCore();
  const tell = useTell();
  const [name, setName] = useState('');
  const [role, setRole] = useState<Role>('agent');
  const [problem, setProblem] = useState<string | null>(null);

  const add = async (event: FormEvent) => {
    event.preventDefault();
    if (name.trim() === '') return;
    setProblem(null);
    try {
      const added = await core.people.add({ name: name.trim(), role });
      tell({ tone: 'done', title: t('settings.personAdded', { name: added.name }) });
      setName('');
    } catch (error) {
      setProblem(failureText(toFailure(error).code, t));
    }
  };

  return (
    <SectionCard heading={t('settings.personAdd')}>
      <form onSubmit={add} className="flex flex-col items-start gap-3.5">
        <Field
          className="w-full max-w-[22rem]"
          label={t('settings.personName')}
          problem={problem}
          maxLength={20}
          autoComplete="off"
          value={name}
          onChange={(event) => setName(event.target.value)}
        />
        <ChoiceChips
          size="base"
          label={t('settings.personRole')}
          value={role}
          options={roles.map((each) => ({ value: each, content: t(`people.role.${each}`) }))}
          onChange={setRole}
        />
        <Button look="primary" type="submit" aria-disabled={name.trim() === ''}>
          <UserRoundPlus className="size-4" aria-hidden />
          {t('settings.personAdd')}
        </Button>
      </form>
    </SectionCard>
  );
}

function RetireDialog({ person, onClose }: { person: Person; onClose: () => void }) {
  const { t } = useTranslation();
  const core = useCore();
  const tell = useTell();
  const retire = () => {
    core.people.retire({ personId: person.id }).then(
      () => {
        tell({ tone: 'done', title: t('settings.personRetired', { name: person.name }) });
        onClose();
      },
      (error: unknown) => tell(failureNotice(toFailure(error).code, t)),
    );
  };
  return (
    <Dialog
      title={t('settings.personRetireAsk', { name: person.name })}
      description={t('settings.personRetireText')}
      onClose={onClose}
    >
      <div className="flex gap-2.5">
        <Button look="danger" onClick={retire}>
          {t('settings.personRetire')}
        </Button>
        <Button look="quiet" onClick={onClose}>
          {t('frame.cancel')}
        </Button>
      </div>
    </Dialog>
  );
}
