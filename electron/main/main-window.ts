import { readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { BrowserWindow, nativeTheme, type Rectangle, screen } from 'electron';
import { z } from 'zod';
import { APP_ORIGIN } from './app-protocol.ts';

const placeSchema = z.object({
  bounds: z.object({ x: z.int(), y: z.int(), width: z.int().min(400), height: z.int().min(300) }),
  maximized: z.boolean(),
});

function readPlace(file: string): z.infer<typeof placeSchema> | null {
  try {
    return placeSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    // First start, or a file somebody damaged: the default place is as good.
    return null;
  }
}

/** A remembered place counts only if its middle is still on some display. */
function stillVisible(bounds: Rectangle): boolean {
  const x = bounds.x + bounds.width / 2;
  const y = bounds.y + bounds.height / 2;
  return screen
    .getAllDisplays()
    .some(({ workArea: area }) => x >= area.x && x < area.x + area.width && y >= area.y && y < area.y + area.height);
}

export interface MainWindowOptions {
  preloadFile: string;
  iconFile: string;
  appVersion: string;
  /** Where the window's place on the screen is remembered. */
  placeFile: string;
}

/** Opens the desk's window where the person left it. It shows itself with its first painted frame, never as an empty one. */
export function openMainWindow(options: MainWindowOptions): BrowserWindow {
  const place = readPlace(options.placeFile);
  const bounds = place && stillVisible(place.bounds) ? place.bounds : { width: 1280, height: 800 };
  const window = new BrowserWindow({
    ...bounds,
    minWidth: 480,
    minHeight: 480,
    show: false,
    title: '口径通',
    icon: options.iconFile,
    autoHideMenuBar: true,
    backgroundColor: nativeTheme.shouldUseDarkColors ? '#141816' : '#f4f5f3',
    webPreferences: {
      preload: options.preloadFile,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      spellcheck: false,
      backgroundThrottling: false,
      additionalArguments: [`--counterpart-version=${options.appVersion}`],
    },
  });
  window.once('ready-to-show', () => {
    if (place?.maximized) window.maximize();
    window.show();
  });
  window.on('close', () => {
    const now = { bounds: window.getNormalBounds(), maximized: window.isMaximized() };
    writeFile(options.placeFile, JSON.stringify(now)).catch(() => undefined);
  });
  void window.loadURL(`${APP_ORIGIN}/index.html`);
  return window;
}
