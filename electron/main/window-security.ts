import { app, session, type WebContents } from 'electron';
import { APP_ORIGIN } from './app-protocol.ts';

/** True for the address of our own pages, nothing else. */
export function isOwnPage(address: string): boolean {
  try {
    const url = new URL(address);
    return `${url.protocol}//${url.host}` === APP_ORIGIN;
  } catch {
    return false;
  }
}

function harden(contents: WebContents): void {
  contents.on('will-navigate', (event) => {
    if (!isOwnPage(event.url)) event.preventDefault();
  });
  contents.on('will-redirect', (event) => {
    if (!isOwnPage(event.url)) event.preventDefault();
  });
  contents.on('will-attach-webview', (event) => event.preventDefault());
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
}

/** No page but ours, no new windows, no permissions, no network from a window. Call once the app is ready. */
export function secureWindows(): void {
  app.on('web-contents-created', (_event, contents) => harden(contents));
  const own = session.defaultSession;
  own.setPermissionRequestHandler((_contents, _permission, decide) => decide(false));
  own.setPermissionCheckHandler(() => false);
  own.setDevicePermissionHandler(() => false);
  own.webRequest.onBeforeRequest((details, decide) => {
    const local = isOwnPage(details.url) || details.url.startsWith('devtools:') || details.url.startsWith('data:');
    decide({ cancel: !local });
  });
  own.setSpellCheckerEnabled(false);
}
