import { useTranslation } from 'react-i18next';
import type { Entry } from '#contract/library/release.ts';
import type { SpecialCall } from '#contract/library/special-call.ts';
import { EntryLink, Part, TextsPart } from './reading-parts.tsx';

/** A special call: its steps in order, what is said at each, and where each answer leads. */
export function SpecialCallEntry({ call }: { call: SpecialCall }) {
  const { t } = useTranslation();
  const numberOf = new Map(call.steps.map((step, index) => [step.id, `${index + 1} ${step.do}`]));
  return (
    <>
      {call.notice === '' ? null : <TextsPart heading={t('library.part.keep')} texts={[call.notice]} />}
      <Part heading={t('library.part.steps')}>
        <ol className="grid gap-2.5">
          {call.steps.map((step, index) => (
            <li key={step.id} className="border-l-[3px] border-edge-strong pl-3">
              <p className="font-semibold">{`${index + 1} ${step.do}`}</p>
              {step.say === undefined ? null : (
                <p className="text-note">
                  {t('library.part.say')} <EntryLink entryId={step.say} />
                </p>
              )}
              {step.wait === undefined ? null : (
                <p className="text-note text-ink-2">{t('library.part.wait', { seconds: step.wait.seconds })}</p>
              )}
              {step.hint === '' ? null : <p className="text-small text-ink-3">{step.hint}</p>}
              <ul className="text-note text-ink-2">
                {step.answers.map((answer) => (
                  <li key={answer.id}>
                    {t('library.part.answerTo', { answer: answer.label })} ·{' '}
                    {t('library.part.goOn', { step: numberOf.get(answer.to) ?? answer.to })}
                  </li>
                ))}
              </ul>
              {step.next === undefined ? null : (
                <p className="text-note text-ink-2">
                  {t('library.part.goOn', { step: numberOf.get(step.next) ?? step.next })}
                </p>
              )}
              {step.end === undefined ? null : (
                <p className="text-note text-ink-2">{t('library.part.end', { end: step.end })}</p>
              )}
            </li>
          ))}
        </ol>
      </Part>
      <TextsPart heading={t('library.part.fields')} texts={call.fields.map(({ label }) => label)} />
    </>
  );
}

/** A step list: what it is for, what to do in which order, what spoils it. */
export function StepListEntry({ list }: { list: Extract<Entry, { kind: 'stepList' }> }) {
  const { t } = useTranslation();
  return (
    <>
      <TextsPart heading={t('library.part.aim')} texts={[list.aim]} />
      <Part heading={t('library.part.steps')}>
        <ol className="list-decimal pl-5">
          {list.steps.map((step) => (
            <li key={step.do}>
              {step.do}
              {step.seconds === undefined ? null : (
                <span className="ml-2 text-small text-ink-3">{t('library.part.takes', { seconds: step.seconds })}</span>
              )}
              {step.say === undefined ? null : (
                <p className="text-note">
                  {t('library.part.say')} <EntryLink entryId={step.say} />
                </p>
              )}
            </li>
          ))}
        </ol>
      </Part>
      <TextsPart heading={t('library.part.avoid')} texts={list.avoid} />
    </>
  );
}
