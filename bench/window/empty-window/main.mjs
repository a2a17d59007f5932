import { join } from 'node:path';
import { app, BrowserWindow } from 'electron';

// The least an Electron app with React can be: what the desk is measured against. No top-level await: it would hold
// back the very event that is waited for.
app.whenReady().then(() => {
  const window = new BrowserWindow({
    width: 1280,
    height: 800,
    show: false,
    webPreferences: { sandbox: true, contextIsolation: true, nodeIntegration: false, spellcheck: false },
  });
  window.once('ready-to-show', () => window.show());
  void window.loadFile(join(import.meta.dirname, 'index.html'));
});
app.on('window-all-closed', () => app.quit());
