import { BrowserWindow, clipboard, type IpcMainInvokeEvent, ipcMain, type WebContents } from 'electron';
import { type Language, languageSchema } from '#contract/vocabulary.ts';
import type { CounterWindow } from './counter-window.ts';
import type { ChosenFiles } from './exchange/chosen-files.ts';
import { officePaper, savePrint, slipPaper } from './save-page.ts';
import { answerFrom, clipboardTextSchema, senderIsOurs } from './shell-answers.ts';

const answer = <Result>(
  channel: string,
  work: (event: IpcMainInvokeEvent, argument: unknown) => Promise<Result> | Result,
): void => answerFrom('desk', channel, work);

export interface ShellCallsOptions {
  /** The person at the desk reads this language. */
  onLanguage(language: Language): void;
  /** A window wants a way to the core, now and after each change. */
  onCoreWanted(contents: WebContents): void;
  files: ChosenFiles;
  counter: CounterWindow;
}

/** Answers the few calls of `CounterpartShell`; everything else a window wants goes to the core. */
export function answerShellCalls(options: ShellCallsOptions): void {
  const { files, counter } = options;
  let spoken: Language = 'zh-CN';
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
  for (const [channel, paper] of [
    ['shell:savePage', slipPaper],
    ['shell:savePages', officePaper],
  ] as const) {
    answer(channel, (event, name) => {
      const window = BrowserWindow.fromWebContents(event.sender);
      return window && savePrint(window, { name, paper, language: spoken });
    });
  }
  answer('shell:openCounter', (event) => {
    const window = BrowserWindow.fromWebContents(event.sender);
    if (window) counter.open(window);
  });
  answer('shell:closeCounter', () => counter.close());
  answer('shell:chooseWordingFile', (event) => files.toRead(event.sender, spoken));
  answer('shell:takeDroppedFile', (_event, path) => files.dropped(path));
  answer('shell:chooseExportFile', (event, request) => files.toWrite(event.sender, spoken, request));
  answer('shell:chooseReleaseFolder', (event) => files.releaseFolder(event.sender, spoken));
  answer('shell:setLanguage', (event, language) => {
    spoken = languageSchema.parse(language);
    options.onLanguage(spoken);
    const title = spoken === 'en' ? 'Counterpart' : '口径通';
    BrowserWindow.fromWebContents(event.sender)?.setTitle(title);
  });
}
