import { app, Menu, Notification, nativeImage, Tray } from 'electron';
import type { Language } from '#contract/vocabulary.ts';
import { createDeskNotifier, type DeskNotifier, type OpenTarget } from './desk-notifier.ts';
import { trayMenu } from './tray-menu.ts';

export interface ShowNoticesOptions {
  iconFile: string;
  open(target: OpenTarget): void;
  openDesk(): void;
  openQuickBar(): void;
  log(message: string): void;
}

/** System notifications, the badge and the tray icon. A desktop without a tray or without notifications loses only those. */
export function showNotices(options: ShowNoticesOptions): DeskNotifier {
  /** Notifications that nobody refers to may be collected before they are clicked. */
  const shown = new Set<Notification>();
  const tray = openTray(options);

  const notifier = createDeskNotifier({
    open: options.open,
    nowMs: Date.now,
    badge(count, words) {
      app.setBadgeCount(count);
      tray?.setToolTip(words);
    },
    show(words, onClick) {
      const notification = new Notification({ ...words, silent: false });
      shown.add(notification);
      notification.on('click', onClick);
      notification.on('close', () => shown.delete(notification));
      notification.show();
    },
  });
  const speakTray = (language: Language): void => {
    tray?.setContextMenu(Menu.buildFromTemplate(trayMenu(language, { ...options, quit: () => app.quit() })));
  };
  speakTray('zh-CN');
  return {
    tell: notifier.tell,
    speak(language) {
      notifier.speak(language);
      speakTray(language);
    },
  };
}

function openTray({ iconFile, openDesk, log }: ShowNoticesOptions): Tray | null {
  try {
    const tray = new Tray(nativeImage.createFromPath(iconFile).resize({ width: 18, height: 18 }));
    tray.on('click', openDesk);
    return tray;
  } catch (error) {
    log(`there is no tray here: ${String(error)}`);
    return null;
  }
}
