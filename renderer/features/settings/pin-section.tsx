import { useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { toFailure } from '#renderer/core-client/call-failure.ts';
import { useCore } from '#renderer/core-client/core-provider.tsx';
import { failureText } from '#renderer/i18n/explain-failure.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Field } from '#renderer/ui/field.tsx';
import { useTell } from '#renderer/ui/notice.tsx';
import { SectionCard } from './section-card.tsx';
import type { SettingsSectionProps } from './section-props.ts';

const PIN = /^\d{4,12}$/;

type Problem = { field: 'current' | 'fresh' | 'again'; text: string } | null;

export function PinSection({ person }: SettingsSectionProps) {
  const { t } = useTranslation();
  const core = useCore();
  const queries = useQueryClient();
  const tell = useTell();
  const [current, setCurrent] = useState('');
  const [fresh, setFresh] = useState('');
  const [again, setAgain] = useState('');
  const [problem, setProblem] = useState<Problem>(null);

  const save = async (pin: string | null) => {
    setProblem(null);
    try {
      const changed = await core.people.setPin({ pin, ...(person.hasPin ? { currentPin: current } : {}) });
      queries.setQueryData(['people', 'current'], changed);
      tell({ tone: 'done', title: pin === null ? t('settings.pinRemoved') : t('settings.pinSaved') });
      setCurrent('');
      setFresh('');
      setAgain('');
    } catch (error) {
      const failure = toFailure(error);
      if (failure.code === 'wrongPin') {
        const seconds = Math.ceil(failure.data.waitMs / 1000);
        const text = seconds > 0 ? t('people.waitSeconds', { count: seconds }) : t('people.wrongPin');
        setProblem({ field: 'current', text });
      } else {
        setProblem({ field: 'fresh', text: failureText(failure.code, t) });
      }
    }
  };

  const currentFits = () => {
    if (!person.hasPin || PIN.test(current)) return true;
    setProblem({ field: 'current', text: t('settings.pinShape') });
    return false;
  };

  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!currentFits()) return;
    if (!PIN.test(fresh)) setProblem({ field: 'fresh', text: t('settings.pinShape') });
    else if (fresh !== again) setProblem({ field: 'again', text: t('settings.pinDiffers') });
    else void save(fresh);
  };

  const problemOf = (field: NonNullable<Problem>['field']) => (problem?.field === field ? problem.text : null);
  const pinField = { type: 'password', inputMode: 'numeric', autoComplete: 'off', maxLength: 12 } as const;
  return (
    <SectionCard heading={t('settings.sections.pin')} intro={t('settings.pinIntro')}>
      <form onSubmit={submit} className="flex max-w-[22rem] flex-col gap-3.5">
        {person.hasPin ? (
          <Field
            {...pinField}
            label={t('settings.pinCurrent')}
            value={current}
            problem={problemOf('current')}
            onChange={(event) => setCurrent(event.target.value)}
          />
        ) : null}
        <Field
          {...pinField}
          label={t('settings.pinNew')}
          hint={t('people.pinHint')}
          value={fresh}
          problem={problemOf('fresh')}
          onChange={(event) => setFresh(event.target.value)}
        />
        <Field
          {...pinField}
          label={t('settings.pinAgain')}
          value={again}
          problem={problemOf('again')}
          onChange={(event) => setAgain(event.target.value)}
        />
        <div className="flex flex-wrap gap-2.5">
          <Button look="primary" type="submit">
            {person.hasPin ? t('settings.pinChange') : t('settings.pinSet')}
          </Button>
          {person.hasPin ? (
            <Button
              look="quiet"
              onClick={() => {
                if (currentFits()) void save(null);
              }}
            >
              {t('settings.pinRemove')}
            </Button>
          ) : null}
        </div>
      </form>
    </SectionCard>
  );
}
