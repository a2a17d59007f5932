import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { hotkeySchema } from '#contract/quick-bar/terms.ts';
import type { QuickBarSettings } from '#contract/shell.ts';
import { SectionCard } from '#renderer/features/settings/section-card.tsx';
import { Banner } from '#renderer/ui/banner.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { Kbd } from '#renderer/ui/kbd.tsx';
import { useTell } from '#renderer/ui/notice.tsx';
import { hotkeyOf, printHotkey } from './hotkey-words.ts';

interface HotkeyCardProps {
  settings: QuickBarSettings;
  onChange: (hotkey: string | null) => Promise<QuickBarSettings | null>;
}

/** Which keys open the bar. Keys that another program has are never shown as if they worked. */
export function HotkeyCard({ settings, onChange }: HotkeyCardProps) {
  const { t } = useTranslation();
  const tell = useTell();
  const mac = window.counterpartShell.platform === 'darwin';
  const [listening, setListening] = useState(false);
  const [weak, setWeak] = useState<string | null>(null);
  const { hotkey, held, refused } = settings;
  const say = (keys: string) => printHotkey(keys, mac);

  const choose = async (keys: string | null) => {
    setListening(false);
    setWeak(null);
    const after = await onChange(keys);
    if (!after || after.refused !== null || after.hotkey !== keys) return;
    tell({
      tone: 'done',
      title: keys === null ? t('quickBar.keysOffDone') : t('quickBar.keysChanged', { keys: say(keys) }),
    });
  };

  return (
    <SectionCard heading={t('quickBar.keysHeading')} intro={t('quickBar.keysIntro')}>
      <div className="flex flex-col items-start gap-3.5">
        {listening ? (
          <div className="flex flex-col gap-1.5">
            <Button
              autoFocus
              className="border-accent"
              aria-describedby="hotkey-hint"
              onBlur={() => setListening(false)}
              onKeyDown={(event) => {
                // Every key is meant here; none goes on to the desk.
                event.preventDefault();
                event.stopPropagation();
                if (event.key === 'Escape') return setListening(false);
                const keys = hotkeyOf(event.nativeEvent, mac);
                if (keys === null) return;
                if (hotkeySchema.safeParse(keys).success) void choose(keys);
                else setWeak(keys);
              }}
            >
              {t('quickBar.keysPress')}
            </Button>
            <p id="hotkey-hint" className="text-note text-ink-2">
              {t('quickBar.keysPressHint')}
            </p>
            {weak === null ? null : (
              <p role="status" className="text-note text-warn">
                {t('quickBar.keysWeak', { keys: say(weak) })}
              </p>
            )}
          </div>
        ) : (
          <div className="flex flex-wrap items-center gap-2.5">
            {hotkey === null ? (
              <span className="text-note text-ink-2">{t('quickBar.keysNone')}</span>
            ) : (
              <Kbd>{say(hotkey)}</Kbd>
            )}
            <Button size="small" onClick={() => setListening(true)}>
              {hotkey === null ? t('quickBar.keysSet') : t('quickBar.keysChange')}
            </Button>
            {hotkey === null ? null : (
              <Button size="small" look="quiet" onClick={() => void choose(null)}>
                {t('quickBar.keysOff')}
              </Button>
            )}
          </div>
        )}
        {refused === null ? null : (
          <Banner tone="warn" title={t('quickBar.keysRefused', { keys: say(refused) })}>
            {held && hotkey !== null ? t('quickBar.keysStill', { keys: say(hotkey) }) : null}{' '}
            {t('quickBar.keysRefusedText')}
          </Banner>
        )}
        {hotkey === null || held ? null : (
          <Banner tone="warn" title={t('quickBar.keysTaken', { keys: say(hotkey) })}>
            {t('quickBar.keysTakenText')}
            {window.counterpartShell.platform === 'linux' ? <p>{t('quickBar.keysSystem')}</p> : null}
          </Banner>
        )}
      </div>
    </SectionCard>
  );
}
