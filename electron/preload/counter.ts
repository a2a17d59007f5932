import { contextBridge, ipcRenderer } from 'electron';
import type { CoreMessage, CounterShell } from '#contract/shell.ts';

ipcRenderer.on('core', (event, message: CoreMessage) => {
  window.postMessage(message, window.location.origin, event.ports);
});

// The window before a customer: nothing but the way to its own slip.
const shell: CounterShell = { requestCore: () => ipcRenderer.send('shell:requestCore') };
contextBridge.exposeInMainWorld('counterShell', shell);
