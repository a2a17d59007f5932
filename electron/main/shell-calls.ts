import { BrowserWindow, clipboard, type IpcMainInvokeEvent, ipcMain, type WebContents } from 'electron';
import { z } from 'zod';
import { languageSchema } from '#contract/vocabulary.ts';
import { isOwnPage } from './window-security.ts';

const clipboardTextSchema = z.string().min(1).max(20_000);

function senderIsOurs(event: { senderFrame: { url: string; parent: unknown } | null }): boolean {
  return event.senderFrame !== null && event.senderFrame.parent === null && isOwnPage(event.senderFrame.url);
}

function answer<Result>(
  channel: string,
  work: (event: IpcMainInvokeEvent, argument: unknown) => Promise<Result> | Result,
): void {
  ipcMain.handle(channel, (event, argument: unknown) => {
    if (!senderIsOurs(event)) throw new Error('only the desk itself may call the shell');
    return work(event, argument);
  });
}

export interface ShellCallsOptions {
  /** A window wants a way to the core, now and after each change. */
  onCoreWanted(contents: WebContents): void;
}

/** Answers the few calls of `CounterpartShell`; everything else a window wants goes to the core. */
export function answerShellCalls(options: ShellCallsOptions): void {
  ipcMain.on('shell:requestCore', (event) => {
    if (senderIsOurs(event)) options.onCoreWanted(event.sender);
  });
  answer('shell:copyText', (_event, text) => clipboard.writeText(clipboardTextSchema.parse(text)));
  answer('shell:print', (event) => {
    const window = BrowserWindow.fromWebContents(event.sender);
    return new Promise<void>((resolve) => {
      if (!window) return resolve();
      window.webContents.print({ printBackground: false }, () => resolve());
    });
  });
  answer('shell:setLanguage', (event, language) => {
    const title = languageSchema.parse(language) === 'en' ? 'Counterpart' : '口径通';
    BrowserWindow.fromWebContents(event.sender)?.setTitle(title);
  });
}
