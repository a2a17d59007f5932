import { ChevronDown } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { InsightQuery, Who } from '#contract/insight/views.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Field } from '#renderer/ui/field.tsx';
import { Menu, MenuChoice, MenuItem, MenuLabel, MenuOption, MenuSeparator } from '#renderer/ui/menu.tsx';
import { useInsightChoices } from './insight-query.ts';

interface InsightFiltersProps {
  query: InsightQuery;
  /** The days shown, for whoever begins to choose their own. */
  days: { from: string; to: string };
  leading: boolean;
  onChange: (query: InsightQuery) => void;
  onWorkbook: () => void;
  onReport: () => void;
}

const PERIODS = [7, 30, 90] as const;

/** How long, whose, which pack, and where to take it. */
export function InsightFilters({ query, days, leading, onChange, onWorkbook, onReport }: InsightFiltersProps) {
  const { t } = useTranslation();
  const choices = useInsightChoices().data;
  const { period, of, packId } = query;
  const length = 'days' in period ? String(period.days) : 'custom';
  const desks = choices?.desks ?? [];
  const sayDesk = (installId: string) => {
    const at = desks.findIndex((desk) => desk.installId === installId);
    return desks[at]?.here ? t('insight.of.here') : t('insight.of.other', { n: at + 1 });
  };
  const sayWho = (who: Who): string => {
    if (who.who === 'person') return choices?.people.find(({ personId }) => personId === who.personId)?.name ?? '';
    if (who.who === 'desk') return sayDesk(who.installId);
    if (who.who === 'all' && choices?.siteName) return choices.siteName;
    return t(`insight.of.${who.who}`);
  };
  return (
    <div className="flex flex-wrap items-end gap-2">
      {'fromDay' in period ? (
        <>
          <Field
            label={t('insight.period.from')}
            type="date"
            value={period.fromDay}
            onChange={({ target }) =>
              target.value && onChange({ ...query, period: { ...period, fromDay: target.value } })
            }
          />
          <Field
            label={t('insight.period.to')}
            type="date"
            value={period.toDay}
            onChange={({ target }) =>
              target.value && onChange({ ...query, period: { ...period, toDay: target.value } })
            }
          />
        </>
      ) : null}
      <Menu
        align="end"
        trigger={<Chosen label={t('insight.period.label')}>{t(`insight.period.${periodWord(length)}`)}</Chosen>}
      >
        <MenuChoice
          value={length}
          onChange={(value) => {
            const chosen = PERIODS.find((one) => String(one) === value);
            onChange({
              ...query,
              period: chosen === undefined ? { fromDay: days.from, toDay: days.to } : { days: chosen },
            });
          }}
        >
          {[...PERIODS, 'custom' as const].map((one) => (
            <MenuOption key={one} value={String(one)}>
              {t(`insight.period.${periodWord(String(one))}`)}
            </MenuOption>
          ))}
        </MenuChoice>
      </Menu>
      {leading ? (
        <Menu align="end" trigger={<Chosen label={t('insight.of.label')}>{sayWho(of)}</Chosen>}>
          <MenuChoice
            value={JSON.stringify(of)}
            onChange={(value) => onChange({ ...query, of: JSON.parse(value) as Who })}
          >
            {([{ who: 'all' }, { who: 'own' }] as const).map((who) => (
              <MenuOption key={who.who} value={JSON.stringify(who)}>
                {sayWho(who)}
              </MenuOption>
            ))}
            <MenuSeparator />
            <MenuLabel>{t('insight.of.person')}</MenuLabel>
            {(choices?.people ?? []).map(({ personId, name }) => (
              <MenuOption key={personId} value={JSON.stringify({ who: 'person', personId })}>
                {name}
              </MenuOption>
            ))}
            {desks.length > 1 ? (
              <>
                <MenuSeparator />
                <MenuLabel>{t('insight.of.desk')}</MenuLabel>
                {desks.map(({ installId }) => (
                  <MenuOption key={installId} value={JSON.stringify({ who: 'desk', installId })}>
                    {sayDesk(installId)}
                  </MenuOption>
                ))}
              </>
            ) : null}
          </MenuChoice>
        </Menu>
      ) : null}
      <Menu
        align="end"
        trigger={
          <Chosen label={t('insight.pack.label')}>
            {choices?.packs.find((pack) => pack.packId === packId)?.title ?? t('insight.pack.all')}
          </Chosen>
        }
      >
        <MenuChoice
          value={packId ?? ''}
          onChange={(value) => onChange({ ...query, packId: value === '' ? null : value })}
        >
          <MenuOption value="">{t('insight.pack.all')}</MenuOption>
          {(choices?.packs ?? []).map((pack) => (
            <MenuOption key={pack.packId} value={pack.packId}>
              <span lang="zh-CN">{pack.title}</span>
            </MenuOption>
          ))}
        </MenuChoice>
      </Menu>
      <Menu align="end" trigger={<Chosen>{t('insight.export.label')}</Chosen>}>
        <MenuItem onSelect={onWorkbook}>{t('insight.export.workbook')}</MenuItem>
        <MenuItem onSelect={onReport}>{t('insight.export.report')}</MenuItem>
      </Menu>
    </div>
  );
}

function periodWord(length: string): 'd7' | 'd30' | 'd90' | 'custom' {
  const days = PERIODS.find((one) => String(one) === length);
  return days === undefined ? 'custom' : `d${days}`;
}

interface ChosenProps extends React.ComponentProps<'button'> {
  label?: string;
  children: ReactNode;
}

function Chosen({ label, children, ...rest }: ChosenProps) {
  return (
    <Button {...rest}>
      {label ? <span className="sr-only">{label}</span> : null}
      <span className="max-w-44 truncate">{children}</span>
      <ChevronDown className="size-4" aria-hidden />
    </Button>
  );
}
