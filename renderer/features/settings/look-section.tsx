import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Settings, TextScale, Theme } from '#contract/settings.ts';
import type { Language } from '#contract/vocabulary.ts';
import { toFailure } from '#renderer/core-client/call-failure.ts';
import { useCore } from '#renderer/core-client/core-provider.tsx';
import { failureNotice } from '#renderer/i18n/explain-failure.ts';
import { ChoiceChips } from '#renderer/ui/choice-chips.tsx';
import { useTell } from '#renderer/ui/notice.tsx';
import { SectionCard } from './section-card.tsx';
import type { SettingsSectionProps } from './section-props.ts';

const themes = Object.keys({
  system: true,
  light: true,
  dark: true,
  highContrast: true,
} satisfies Record<Theme, true>) as Theme[];
const languages = Object.keys({ 'zh-CN': true, en: true } satisfies Record<Language, true>) as Language[];
const scales: readonly TextScale[] = [100, 112, 125, 150];

type ScaleText = `${TextScale}`;

export function LookSection({ look }: SettingsSectionProps) {
  const { t } = useTranslation();
  const core = useCore();
  const queries = useQueryClient();
  const tell = useTell();

  const change = (part: Partial<Settings>) => {
    core.settings.change(part).then(
      (settings) => queries.setQueryData(['settings'], settings),
      (error: unknown) => tell(failureNotice(toFailure(error).code, t)),
    );
  };

  return (
    <>
      <SectionCard heading={t('settings.theme')}>
        <ChoiceChips
          size="base"
          label={t('settings.theme')}
          value={look.theme}
          options={themes.map((theme) => ({ value: theme, content: t(`settings.themes.${theme}`) }))}
          onChange={(theme) => change({ theme })}
        />
      </SectionCard>
      <SectionCard heading={t('settings.textSize')}>
        <ChoiceChips<ScaleText>
          size="base"
          label={t('settings.textSize')}
          value={`${look.textScale}`}
          options={scales.map((scale) => ({ value: `${scale}`, content: t(`settings.textSizes.s${scale}`) }))}
          onChange={(chosen) => {
            const textScale = scales.find((scale) => `${scale}` === chosen);
            if (textScale) change({ textScale });
          }}
        />
        <p className="spoken mt-3 rounded-base bg-sunken px-4 py-3 text-line" lang={look.language}>
          {t('settings.sampleLine')}
        </p>
      </SectionCard>
      <SectionCard heading={t('settings.language')}>
        <ChoiceChips
          size="base"
          label={t('settings.language')}
          value={look.language}
          options={languages.map((language) => ({ value: language, content: t(`settings.languages.${language}`) }))}
          onChange={(language) => change({ language })}
        />
      </SectionCard>
    </>
  );
}
