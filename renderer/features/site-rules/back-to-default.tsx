import { RotateCcw } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { RuleName } from '#contract/site-rules.ts';
import { chooserOf, type RulesPartProps, useChangeRules } from './use-site-rules.ts';

interface BackToDefaultProps extends RulesPartProps {
  name: RuleName;
  /** What the rule is called on the screen. */
  called: string;
}

/** Puts a rule back to what the manuals say; nothing where that holds already. */
export function BackToDefault({ view, name, called }: BackToDefaultProps) {
  const { t } = useTranslation();
  const change = useChangeRules();
  if (!view.mayChange || chooserOf(view, name) === undefined) return null;
  return (
    <button
      type="button"
      onClick={() => void change((rules) => rules.change({ reset: [name] }), t('siteRules.restored'))}
      className="flex shrink-0 items-center gap-1 rounded-small px-1.5 py-1 text-small text-ink-2 hover:bg-hover hover:text-ink"
    >
      <RotateCcw className="size-3.5" aria-hidden />
      {t('siteRules.back')}
      <span className="sr-only">{t('siteRules.backOf', { name: called })}</span>
    </button>
  );
}
