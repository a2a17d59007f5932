import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CounterShown } from '#contract/counter.ts';
import { speak } from '#renderer/i18n/start-i18n.ts';
import { SlipText } from './slip-text.tsx';

interface CounterPageProps {
  /** Tells what to show, until the returned function is called. */
  follow: (onShown: (shown: CounterShown | null) => void) => () => void;
}

/** The screen before the customer: the slip in large type, or a welcome. F12 and Escape blank it on the spot. */
export function CounterPage({ follow }: CounterPageProps) {
  const { t } = useTranslation();
  const [shown, setShown] = useState<CounterShown | null>(null);
  const [blanked, setBlanked] = useState(false);

  useEffect(
    () =>
      follow((next) => {
        setBlanked(false);
        setShown(next);
      }),
    [follow],
  );
  const language = shown?.language ?? 'zh-CN';
  useEffect(() => {
    document.documentElement.lang = language;
    void speak(language);
  }, [language]);
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key === 'F12' || event.key === 'Escape') setBlanked(true);
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, []);

  const slip = blanked ? null : (shown?.slip ?? null);
  return (
    <main aria-live="polite" className="grid h-full place-items-center overflow-y-auto bg-panel p-[2rem] text-ink">
      {slip === null ? (
        <div className="flex flex-col items-center gap-3 text-center">
          <p className="text-title font-semibold text-accent" lang="zh-CN">
            {shown?.siteName ?? ''}
          </p>
          <h1 className="text-line font-bold">{t('counter.page.welcome')}</h1>
          <p className="text-title text-ink-2">{t('counter.page.welcomeText')}</p>
        </div>
      ) : (
        <SlipText slip={slip} siteName={shown?.siteName ?? ''} />
      )}
    </main>
  );
}
