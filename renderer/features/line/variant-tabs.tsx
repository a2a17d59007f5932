import { useTranslation } from 'react-i18next';
import type { VariantName } from '#contract/library/line.ts';
import { ChoiceChips } from '#renderer/ui/choice-chips.tsx';

interface VariantTabsProps {
  variants: readonly VariantName[];
  chosen: VariantName;
  onChoose: (variant: VariantName) => void;
}

export function VariantTabs({ variants, chosen, onChoose }: VariantTabsProps) {
  const { t } = useTranslation();
  return (
    <ChoiceChips
      size="base"
      label={t('line.variants')}
      value={chosen}
      options={variants.map((variant) => ({ value: variant, content: t(`line.variant.${variant}`) }))}
      onChange={onChoose}
    />
  );
}
