import { contextBridge, ipcRenderer, webUtils } from 'electron';
import type { CoreMessage, CounterpartShell } from '#contract/shell.ts';

const version = process.argv.find((argument) => argument.startsWith('--counterpart-version='))?.split('=')[1] ?? '';

const platform = process.platform === 'darwin' || process.platform === 'win32' ? process.platform : 'linux';

ipcRenderer.on('core', (event, message: CoreMessage) => {
  window.postMessage(message, window.location.origin, event.ports);
});

const shell: CounterpartShell = {
  requestCore: () => ipcRenderer.send('shell:requestCore'),
  copyText: (text) => ipcRenderer.invoke('shell:copyText', text),
  chooseWordingFile: () => ipcRenderer.invoke('shell:chooseWordingFile'),
  takeDroppedFile: async (file) =>
    file instanceof File ? ipcRenderer.invoke('shell:takeDroppedFile', webUtils.getPathForFile(file)) : null,
  chooseExportFile: (request) => ipcRenderer.invoke('shell:chooseExportFile', request),
  chooseReleaseFolder: () => ipcRenderer.invoke('shell:chooseReleaseFolder'),
  print: () => ipcRenderer.invoke('shell:print'),
  savePage: (name) => ipcRenderer.invoke('shell:savePage', name),
  savePages: (name) => ipcRenderer.invoke('shell:savePages', name),
  openCounter: () => ipcRenderer.invoke('shell:openCounter'),
  closeCounter: () => ipcRenderer.invoke('shell:closeCounter'),
  quickBarSettings: () => ipcRenderer.invoke('quickBar:settings'),
  changeQuickBar: (change) => ipcRenderer.invoke('quickBar:change', change),
  openQuickBar: () => ipcRenderer.invoke('quickBar:open'),
  setLanguage: (language) => ipcRenderer.invoke('shell:setLanguage', language),
  platform,
  appVersion: version,
};

contextBridge.exposeInMainWorld('counterpartShell', shell);
