import clsx from 'clsx';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { type FigureName, figures } from '#contract/site-rules/figures.ts';
import { SectionCard } from '#renderer/features/settings/section-card.tsx';
import { BackToDefault } from './back-to-default.tsx';
import { ConfirmDefault } from './confirm-default.tsx';
import { useKeptText } from './use-kept-text.ts';
import { chooserOf, type RulesPartProps, useChangeRules } from './use-site-rules.ts';

type Group = (typeof figures)[FigureName]['group'];
const groups: readonly Group[] = ['workOrders', 'customers', 'phone', 'chat', 'voice', 'money'];
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
            <li key={name} className="border-b border-edge py-1.5 first:pt-0 last:border-0 last:pb-0">
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
  const id = useId();
  const { unit, least, most } = figures[name];
  const called = t(`siteRules.figure.${name}`);
  const by = chooserOf(view, name);
  const standard = view.defaults[name];
  const hours = view.rules[name] / 60;
  const { problem, input } = useKeptText({
    value: String(view.rules[name]),
    problemOf: (text) =>
      /^\d+$/.test(text.trim()) && Number(text) >= least && Number(text) <= most
        ? null
        : t('siteRules.outOfRange', { least, most }),
    onKeep: (text) => void change((rules) => rules.change({ set: { [name]: Number(text) } }), t('siteRules.saved')),
  });
  return (
    <>
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <label htmlFor={id} className="min-w-48 flex-1 text-body">
          {called}
        </label>
        <input
          id={id}
          inputMode="numeric"
          maxLength={6}
          readOnly={!view.mayChange}
          aria-invalid={problem ? true : undefined}
          aria-describedby={`${id}-unit${problem ? ` ${id}-problem` : ''}`}
          className={clsx(
            'figures h-9 w-20 rounded-base border bg-panel px-2.5 text-right text-field text-ink',
            problem ? 'border-never' : 'border-edge-field',
          )}
          {...input}
        />
        <p id={`${id}-unit`} className="w-64 text-note text-ink-2">
          {t(`siteRules.unit.${unit}`)}
          {unit.endsWith('inutes') && hours > 1 && Number.isInteger(hours) ? (
            <span className="ml-1.5">{t('siteRules.asHours', { count: hours })}</span>
          ) : null}
          <span className="ml-2 inline-block text-small text-ink-3">
            {by === undefined
              ? t('siteRules.defaultIs', { value: standard })
              : t('siteRules.changedBy', { name: by, value: standard })}
          </span>
        </p>
      </div>
      {problem ? (
        <p id={`${id}-problem`} role="alert" className="text-right text-note text-never">
          {problem}
        </p>
      ) : null}
      <div className="flex justify-end gap-2 empty:hidden">
        <ConfirmDefault view={view} name={name} called={called} />
        <BackToDefault view={view} name={name} called={called} />
      </div>
    </>
  );
}
