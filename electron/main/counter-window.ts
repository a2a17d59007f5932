import { BrowserWindow, type Display, screen } from 'electron';
import { APP_ORIGIN } from './app-protocol.ts';
import { confine, confinedPreferences } from './confined-windows.ts';

const BESIDE = { width: 960, height: 640 };

export interface CounterWindowOptions {
  preloadFile: string;
  iconFile: string;
}

export interface CounterWindow {
  /** Opens the window that a customer sees: full on the second display, beside the desk where there is only one. */
  open(desk: BrowserWindow): void;
  close(): void;
}

/** At most one window before the customer; it goes with the desk's window and never takes the focus from it. */
export function counterWindow({ preloadFile, iconFile }: CounterWindowOptions): CounterWindow {
  let window: BrowserWindow | null = null;

  function open(desk: BrowserWindow): void {
    if (window) {
      window.showInactive();
      return;
    }
    const other = otherDisplay(screen.getAllDisplays(), screen.getDisplayMatching(desk.getBounds()));
    const opened = new BrowserWindow({
      ...(other ? other.workArea : BESIDE),
      fullscreen: other !== null,
      minWidth: 480,
      minHeight: 320,
      show: false,
      title: '',
      icon: iconFile,
      autoHideMenuBar: true,
      backgroundColor: '#ffffff',
      webPreferences: confinedPreferences(preloadFile),
    });
    window = opened;
    confine(opened.webContents, 'counter');
    opened.once('ready-to-show', () => opened.showInactive());
    const withDesk = () => opened.destroy();
    desk.once('closed', withDesk);
    opened.once('closed', () => {
      window = null;
      if (!desk.isDestroyed()) desk.removeListener('closed', withDesk);
    });
    void opened.loadURL(`${APP_ORIGIN}/counter.html`);
  }

  return {
    open,
    close: () => window?.destroy(),
  };
}

/** A display that the desk's window is not on, or null where there is only one. */
function otherDisplay(displays: readonly Display[], desks: Display): Display | null {
  return displays.find(({ id }) => id !== desks.id) ?? null;
}
