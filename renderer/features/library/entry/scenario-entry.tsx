import { useTranslation } from 'react-i18next';
import type { Scenario } from '#contract/library/scenario.ts';
import { EntryLink, Part, TextsPart } from './reading-parts.tsx';

/** A rehearsal scenario, as whoever keeps it reads it: everything, in the order in which it is written. */
export function ScenarioEntry({ scenario }: { scenario: Scenario }) {
  const { t } = useTranslation();
  const { customer } = scenario;
  return (
    <>
      <TextsPart heading={t('library.part.briefing')} texts={[scenario.briefing]} />
      <TextsPart
        heading={t('library.part.customer')}
        texts={[
          `${customer.name} · ${t(`vocabulary.tier.${customer.tier}`)} · ${t(`vocabulary.channel.${customer.channel}`)}`,
          `${t('library.part.wants')} ${customer.wants}`,
        ]}
      />
      <TextsPart heading={t('library.part.facts')} texts={scenario.facts.map(({ text }) => text)} />
      <Part heading={t('library.part.turns')}>
        <ol className="grid gap-3">
          {scenario.turns.map((turn) => (
            <li key={turn.id} className="border-l-[3px] border-edge-strong pl-3">
              <p className="spoken font-semibold">{turn.says}</p>
              <ul className="mt-1 grid gap-1 text-note">
                {turn.answers.map((answer) => (
                  <li key={answer.id}>
                    <span className="mr-2 text-small text-ink-3">{t(`library.quality.${answer.quality}`)}</span>
                    {answer.text}
                  </li>
                ))}
              </ul>
              {turn.bestLine === undefined ? null : (
                <p className="mt-1 text-note">
                  {t('library.part.say')} <EntryLink entryId={turn.bestLine} />
                </p>
              )}
            </li>
          ))}
        </ol>
      </Part>
      <Part heading={t('library.part.endings')}>
        <ul className="grid gap-2">
          {scenario.endings.map((ending) => (
            <li key={ending.id}>
              <p>
                <span className="mr-2 text-small text-ink-3">{t(`library.quality.${ending.quality}`)}</span>
                <b className="font-semibold">{ending.title}</b> {ending.says}
              </p>
              <p className="text-note text-ink-2">{`${t('library.part.lesson')} ${ending.lesson}`}</p>
            </li>
          ))}
        </ul>
      </Part>
    </>
  );
}
