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
  const { t } = useTranslation();
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
  }));
  const sought = wanted.trim().toLowerCase();
  const fitting = titled
    .filter(({ title }) => title.toLowerCase().includes(sought))
    .filter(({ ruleId }) => view.mayChange || blockingRules.includes(ruleId))
    .sort((a, b) => Number(blockingRules.includes(b.ruleId)) - Number(blockingRules.includes(a.ruleId)));
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
        {fitting.slice(0, SHOWN).map(({ ruleId, title }) => (
          <li key={ruleId}>
            <label className="flex min-h-9 items-center gap-2.5 text-body">
              <input
                type="checkbox"
                className="size-4 accent-(--accent)"
                checked={blockingRules.includes(ruleId)}
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
