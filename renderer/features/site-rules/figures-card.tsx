import { useTranslation } from 'react-i18next';
import { type FigureName, figures } from '#contract/site-rules/figures.ts';
import { SectionCard } from '#renderer/features/settings/section-card.tsx';
import { BackToDefault } from './back-to-default.tsx';
import { KeptField } from './kept-field.tsx';
import { chooserOf, type RulesPartProps, useChangeRules } from './use-site-rules.ts';

type Group = (typeof figures)[FigureName]['group'];
const groups: readonly Group[] = ['workOrders', 'phone', 'chat', 'voice', 'money'];
const names = Object.keys(figures) as FigureName[];

/** Every wait and limit with its unit and its default, by where it applies. */
export function FiguresCards({ view }: RulesPartProps) {
  const { t } = useTranslation();
  return groups.map((group) => (
    <SectionCard key={group} heading={t(`siteRules.figures.${group}`)}>
      <ul className="flex flex-col">
        {names
          .filter((name) => figures[name].group === group)
          .map((name) => (
            <li key={name} className="border-b border-edge py-2.5 first:pt-0 last:border-0 last:pb-0">
              <FigureField view={view} name={name} />
            </li>
          ))}
      </ul>
    </SectionCard>
  ));
}

function FigureField({ view, name }: RulesPartProps & { name: FigureName }) {
  const { t } = useTranslation();
  const change = useChangeRules();
  const { unit, least, most } = figures[name];
  const called = t(`siteRules.figure.${name}`);
  const by = chooserOf(view, name);
  const value = view.defaults[name];
  const fits = (text: string) => /^\d+$/.test(text.trim()) && Number(text) >= least && Number(text) <= most;
  return (
    <div className="flex items-end gap-2.5">
      <KeptField
        className="w-64 shrink-0 narrow:w-44"
        label={called}
        inputMode="numeric"
        maxLength={6}
        value={String(view.rules[name])}
        disabled={!view.mayChange}
        problemOf={(text) => (fits(text) ? null : t('siteRules.outOfRange', { least, most }))}
        onKeep={(text) => void change((rules) => rules.change({ set: { [name]: Number(text) } }), t('siteRules.saved'))}
      />
      <p className="min-w-0 flex-1 pb-2.5 text-note text-ink-2">
        {t(`siteRules.unit.${unit}`)}
        <span className="ml-2.5 text-small text-ink-3">
          {by === undefined ? t('siteRules.defaultIs', { value }) : t('siteRules.changedBy', { name: by, value })}
        </span>
      </p>
      <div className="pb-1.5">
        <BackToDefault view={view} name={name} called={called} />
      </div>
    </div>
  );
}
