import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCore } from '#renderer/core-client/core-provider.tsx';
import { SectionCard } from '#renderer/features/settings/section-card.tsx';
import { Field } from '#renderer/ui/field.tsx';
import { type RulesPartProps, useChangeRules } from './use-site-rules.ts';

const SHOWN = 12;

/** Which rules of the live check keep a conversation from being finished: what was chosen first, then what is looked for. */
export function BlockingCard({ view }: RulesPartProps) {
  const { t, i18n } = useTranslation();
  const core = useCore();
  const change = useChangeRules();
  const [wanted, setWanted] = useState('');
  const rules = useQuery({
    queryKey: ['lint', 'rules'],
    queryFn: ({ signal }) => core.lint.rules(undefined, { signal }),
  });
  const { blockingRules } = view.rules;
  const titled = (rules.data ?? []).map(({ ruleId, title, reckoned }) => ({
    ruleId,
    title: reckoned === null ? (title ?? ruleId) : t(`lint.ruleNames.${reckoned}`),
    chosen: blockingRules.includes(ruleId),
  }));
  const reads = (title: string) => /\p{Script=Han}/u.test(title) === (i18n.language === 'zh-CN');
  const sought = wanted.trim().toLowerCase();
  const fitting = titled
    .filter(({ title }) => title.toLowerCase().includes(sought))
    .filter(({ chosen }) => view.mayChange || chosen)
    // Chosen ones first, then those in the language one reads.
    .sort((a, b) => Number(b.chosen) - Number(a.chosen) || Number(reads(b.title)) - Number(reads(a.title)));
  const toggle = (ruleId: string) => {
    const next = blockingRules.includes(ruleId)
      ? blockingRules.filter((one) => one !== ruleId)
      : [...blockingRules, ruleId];
    void change((calls) => calls.change({ set: { blockingRules: next } }), t('siteRules.saved'));
  };
  return (
    <SectionCard heading={t('siteRules.blocking')} intro={t('siteRules.blockingIntro')}>
      <div className="flex flex-wrap items-end gap-4">
        <Field
          className="w-64"
          label={t('siteRules.blockingSearch')}
          autoComplete="off"
          value={wanted}
          onChange={(event) => setWanted(event.target.value)}
        />
        <p className="pb-2.5 text-note text-ink-2">{t('siteRules.blockingChosen', { count: blockingRules.length })}</p>
      </div>
      <ul className="mt-3 flex flex-col">
        {fitting.slice(0, SHOWN).map(({ ruleId, title, chosen }) => (
          <li key={ruleId}>
            <label className="flex min-h-9 items-center gap-2.5 text-body">
              <input
                type="checkbox"
                className="size-4 accent-(--accent)"
                checked={chosen}
                disabled={!view.mayChange}
                onChange={() => toggle(ruleId)}
              />
              {title}
            </label>
          </li>
        ))}
      </ul>
      {fitting.length > SHOWN ? (
        <p className="mt-1 text-small text-ink-3">{t('siteRules.blockingMore', { count: fitting.length - SHOWN })}</p>
      ) : null}
    </SectionCard>
  );
}
