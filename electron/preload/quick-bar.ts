import { contextBridge, ipcRenderer } from 'electron';
import type { CoreMessage, QuickBarMessage, QuickBarShell } from '#contract/shell.ts';

ipcRenderer.on('core', (event, message: CoreMessage | QuickBarMessage) => {
  window.postMessage(message, window.location.origin, event.ports);
});

const shell: QuickBarShell = {
  requestCore: () => ipcRenderer.send('shell:requestCore'),
  copyText: (text) => ipcRenderer.invoke('quickBar:copyText', text),
  goBack: () => ipcRenderer.invoke('quickBar:goBack'),
  putAway: () => ipcRenderer.invoke('quickBar:putAway'),
  move: (place) => ipcRenderer.invoke('quickBar:move', place),
  fit: (size) => ipcRenderer.invoke('quickBar:fit', size),
  openDesk: (target) => ipcRenderer.invoke('quickBar:openDesk', target),
  platform: process.platform === 'darwin' || process.platform === 'win32' ? process.platform : 'linux',
};
contextBridge.exposeInMainWorld('quickBarShell', shell);
