import { Check } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { RuleName } from '#contract/site-rules.ts';
import { Chip } from '#renderer/ui/chip.tsx';
import { type RulesPartProps, useChangeRules } from './use-site-rules.ts';

interface ConfirmDefaultProps extends RulesPartProps {
  name: RuleName;
  /** What the rule is called on the screen. */
  called: string;
}

/** Marks a figure that is ours and no manual's until a lead let it stand; nothing where that was done. */
export function ConfirmDefault({ view, name, called }: ConfirmDefaultProps) {
  const { t } = useTranslation();
  const change = useChangeRules();
  if (!view.toConfirm.includes(name)) return null;
  return (
    <span className="flex flex-wrap items-center gap-2">
      <Chip tone="warn">{t('siteRules.unconfirmed')}</Chip>
      {view.mayChange ? (
        <button
          type="button"
          onClick={() => void change((rules) => rules.confirm({ names: [name] }), t('siteRules.confirmed'))}
          className="flex shrink-0 items-center gap-1 rounded-small px-1.5 py-1 text-small text-accent hover:bg-hover"
        >
          <Check className="size-3.5" aria-hidden />
          {t('siteRules.confirm')}
          <span className="sr-only">{t('siteRules.backOf', { name: called })}</span>
        </button>
      ) : null}
    </span>
  );
}
