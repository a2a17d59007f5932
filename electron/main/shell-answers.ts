import { type IpcMainInvokeEvent, ipcMain } from 'electron';
import { z } from 'zod';
import type { PortScope } from '#contract/host.ts';
import { scopeOf } from './confined-windows.ts';
import { isOwnPage } from './window-security.ts';

/** What a window may put on the clipboard. */
export const clipboardTextSchema = z.string().min(1).max(20_000);

/** The main frame of one of our own pages, nothing else. */
export function senderIsOurs(event: { senderFrame: { url: string; parent: unknown } | null }): boolean {
  return event.senderFrame !== null && event.senderFrame.parent === null && isOwnPage(event.senderFrame.url);
}

/** Answers a call of one kind of window; every other window is refused. */
export function answerFrom<Result>(
  scope: PortScope,
  channel: string,
  work: (event: IpcMainInvokeEvent, argument: unknown) => Promise<Result> | Result,
): void {
  ipcMain.handle(channel, (event, argument: unknown) => {
    if (!senderIsOurs(event) || scopeOf(event.sender) !== scope) throw new Error('this window may not call that');
    return work(event, argument);
  });
}
