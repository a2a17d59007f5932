import { useQuery, useQueryClient } from '@tanstack/react-query';
import { PictureInPicture2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { QuickBarPlace } from '#contract/quick-bar/terms.ts';
import type { QuickBarSettings } from '#contract/shell.ts';
import { SectionCard } from '#renderer/features/settings/section-card.tsx';
import { failureNotice } from '#renderer/i18n/explain-failure.ts';
import { Button } from '#renderer/ui/button.tsx';
import { ChoiceChips } from '#renderer/ui/choice-chips.tsx';
import { useTell } from '#renderer/ui/notice.tsx';
import { Skeleton } from '#renderer/ui/skeleton.tsx';
import { HotkeyCard } from './hotkey-card.tsx';

/** This PC's own: which keys are free and where there is room depends on the PC. */
const SETTINGS_KEY = ['quickBarSettings'];
const places = Object.keys({ left: true, floating: true, right: true } satisfies Record<
  QuickBarPlace,
  true
>) as QuickBarPlace[];

/** The keys that open the quick bar, and where it lies. Changes hold at once. */
export function QuickBarSection() {
  const { t } = useTranslation();
  const tell = useTell();
  const queries = useQueryClient();
  const settings = useQuery({
    queryKey: SETTINGS_KEY,
    queryFn: () => window.counterpartShell.quickBarSettings(),
    // Another program may have let go of the keys since the last look.
    staleTime: 0,
  }).data;
  const change = async (part: { hotkey?: string | null; place?: QuickBarPlace }): Promise<QuickBarSettings | null> => {
    try {
      const after = await window.counterpartShell.changeQuickBar(part);
      queries.setQueryData(SETTINGS_KEY, after);
      return after;
    } catch {
      tell(failureNotice('internal', t));
      return null;
    }
  };
  if (!settings) return <Skeleton label={t('frame.loading')} lines={5} />;
  return (
    <>
      <HotkeyCard settings={settings} onChange={(hotkey) => change({ hotkey })} />
      <SectionCard heading={t('quickBar.placeHeading')} intro={t('quickBar.placeIntro')}>
        <ChoiceChips
          size="base"
          label={t('quickBar.placeHeading')}
          value={settings.place}
          options={places.map((place) => ({ value: place, content: t(`quickBar.places.${place}`) }))}
          onChange={(place) => void change({ place })}
        />
        <Button className="mt-4" onClick={() => void window.counterpartShell.openQuickBar()}>
          <PictureInPicture2 className="size-4" aria-hidden />
          {t('quickBar.tryIt')}
        </Button>
      </SectionCard>
    </>
  );
}
