import { BrowserWindow, nativeTheme, screen } from 'electron';
import type { QuickBarPlace } from '#contract/quick-bar/terms.ts';
import { type QuickBarMessage, quickBarMessageType } from '#contract/shell.ts';
import { APP_ORIGIN } from '../app-protocol.ts';
import { confine, confinedPreferences } from '../confined-windows.ts';
import { boundsOf, type WishedSize } from './bounds.ts';

/** Until the page says how large its text makes it. */
const FIRST_SIZE: WishedSize = { width: 560, height: 368 };

export interface QuickBarWindowOptions {
  preloadFile: string;
  iconFile: string;
  place(): QuickBarPlace;
}

export interface QuickBarWindow {
  /** Makes the window ready, unseen. */
  prepare(): void;
  /** In front and with the focus, as soon as its page is drawn; made now if it was not ready. */
  show(): void;
  /** Gives the focus back to whatever had it: afloat the bar goes, at an edge it stays. */
  leave(): void;
  hide(): void;
  /** In front and with the focus: a press of the hotkey then means to put it away. */
  isInUse(): boolean;
  /** The page is drawn and wants this much room. */
  fit(size: WishedSize): void;
  /** The chosen place changed. */
  move(): void;
  destroy(): void;
}

/** The one window of the quick bar. It is made once and then only shown and hidden, so that it is there with the key press. */
export function quickBarWindow({ preloadFile, iconFile, place }: QuickBarWindowOptions): QuickBarWindow {
  let window: BrowserWindow | null = null;
  let size: WishedSize = FIRST_SIZE;
  let drawn = false;
  let awaited = false;
  let hiding = false;

  const tell = (kind: QuickBarMessage['kind']): void =>
    window?.webContents.postMessage('core', {
      type: quickBarMessageType,
      kind,
      place: place(),
    } satisfies QuickBarMessage);

  /** On the screen where the pointer is, where people look when they press the key. */
  const arrange = (): void => {
    const { workArea } = screen.getDisplayNearestPoint(screen.getCursorScreenPoint());
    window?.setBounds(boundsOf(place(), workArea, size));
  };

  const hide = (): void => {
    awaited = false;
    // Giving up the focus is heard as leaving, too.
    if (hiding || !window?.isVisible()) return;
    hiding = true;
    // Windows gives the focus to the window below only when it is given up first; elsewhere hiding does it.
    if (process.platform === 'win32') window.blur();
    window.hide();
    hiding = false;
    tell('hidden');
  };

  const leave = (): void => {
    if (place() === 'floating') {
      hide();
      return;
    }
    // Hiding for a moment is what gives the focus back on every system; the column comes back without it.
    window?.hide();
    window?.showInactive();
    tell('left');
  };

  const reveal = (): void => {
    if (!window) return;
    awaited = false;
    if (!window.isVisible()) arrange();
    window.show();
    window.focus();
    window.webContents.focus();
    tell('shown');
  };

  const prepare = (): void => {
    if (window) return;
    const made = new BrowserWindow({
      ...FIRST_SIZE,
      show: false,
      frame: false,
      resizable: false,
      maximizable: false,
      minimizable: false,
      fullscreenable: false,
      skipTaskbar: true,
      alwaysOnTop: true,
      title: '',
      icon: iconFile,
      backgroundColor: nativeTheme.shouldUseDarkColors ? '#1c221f' : '#ffffff',
      // A panel takes the keys without bringing the whole app to the front, so the app in use stays the app in use.
      ...(process.platform === 'darwin' ? { type: 'panel' } : {}),
      webPreferences: confinedPreferences(preloadFile),
    });
    window = made;
    confine(made.webContents, 'quickBar');
    made.setAlwaysOnTop(true, 'pop-up-menu');
    if (process.platform !== 'win32') {
      made.setVisibleOnAllWorkspaces(true, { visibleOnFullScreen: true, skipTransformProcessType: true });
    }
    made.on('blur', () => {
      if (place() === 'floating') hide();
    });
    made.webContents.on('render-process-gone', () => made.destroy());
    const rearrange = (): void => {
      if (made.isVisible()) arrange();
    };
    screen.on('display-metrics-changed', rearrange);
    screen.on('display-removed', rearrange);
    made.once('closed', () => {
      window = null;
      drawn = false;
      screen.removeListener('display-metrics-changed', rearrange);
      screen.removeListener('display-removed', rearrange);
    });
    // The page needs to know its place before it can say how much room it wants.
    void made.loadURL(`${APP_ORIGIN}/quick-bar.html#${place()}`);
  };

  return {
    prepare,
    show() {
      prepare();
      if (drawn) reveal();
      else awaited = true;
    },
    leave,
    hide,
    isInUse: () => window?.isVisible() === true && window.isFocused(),
    fit(wished) {
      size = wished;
      drawn = true;
      if (awaited) reveal();
      else if (window?.isVisible()) arrange();
    },
    move() {
      // The page then says how much room it wants there.
      tell('moved');
    },
    destroy: () => window?.destroy(),
  };
}
