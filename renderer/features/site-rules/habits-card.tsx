import { useTranslation } from 'react-i18next';
import type { ChosenRules } from '#contract/site-rules.ts';
import { workOrderCategorySchema } from '#contract/vocabulary.ts';
import { SectionCard } from '#renderer/features/settings/section-card.tsx';
import { ChoiceChips } from '#renderer/ui/choice-chips.tsx';
import { BackToDefault } from './back-to-default.tsx';
import { ConfirmDefault } from './confirm-default.tsx';
import { type RulesPartProps, useChangeRules } from './use-site-rules.ts';

const weekends = ['saturdayAndSunday', 'fridayEveningAndSaturday'] as const;
const orders = ['recheckFirst', 'replyFirst'] as const;

/** Choices on which manuals differ. */
export function HabitsCards({ view }: RulesPartProps) {
  const { t } = useTranslation();
  const change = useChangeRules();
  const { recheckBeforeReply, weekendGreeting } = view.rules;
  const keep = (set: Partial<ChosenRules>) => {
    if (view.mayChange) void change((rules) => rules.change({ set }), t('siteRules.saved'));
  };
  return (
    <>
      <SectionCard heading={t('siteRules.order')} intro={t('siteRules.orderIntro')}>
        <div className="flex flex-col gap-3">
          {workOrderCategorySchema.options.map((category) => (
            <div key={category} className="flex flex-wrap items-center gap-3">
              <span className="w-28 text-body first-letter:uppercase">{t(`workOrders.category.${category}`)}</span>
              <ChoiceChips
                size="base"
                label={t(`workOrders.category.${category}`)}
                value={recheckBeforeReply[category] ? 'recheckFirst' : 'replyFirst'}
                options={orders.map((value) => ({ value, content: t(`siteRules.${value}`) }))}
                onChange={(value) =>
                  keep({ recheckBeforeReply: { ...recheckBeforeReply, [category]: value === 'recheckFirst' } })
                }
              />
            </div>
          ))}
          <ConfirmDefault view={view} name="recheckBeforeReply" called={t('siteRules.order')} />
          <BackToDefault view={view} name="recheckBeforeReply" called={t('siteRules.order')} />
        </div>
      </SectionCard>
      <SectionCard heading={t('siteRules.habits')}>
        <div className="flex flex-col gap-4">
          <div className="flex flex-col gap-1.5">
            <span className="text-note text-ink-2">{t('siteRules.weekendGreeting')}</span>
            <ChoiceChips
              size="base"
              label={t('siteRules.weekendGreeting')}
              value={weekendGreeting}
              options={weekends.map((value) => ({ value, content: t(`siteRules.weekend.${value}`) }))}
              onChange={(value) => keep({ weekendGreeting: value })}
            />
            <BackToDefault view={view} name="weekendGreeting" called={t('siteRules.weekendGreeting')} />
          </div>
        </div>
      </SectionCard>
    </>
  );
}
