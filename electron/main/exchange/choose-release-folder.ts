import { randomUUID } from 'node:crypto';
import { basename } from 'node:path';
import { BrowserWindow, dialog, type OpenDialogOptions, type WebContents } from 'electron';
import type { ChosenFile } from '#contract/shell.ts';
import type { Language } from '#contract/vocabulary.ts';

const TITLES: Readonly<Record<Language, string>> = {
  'zh-CN': '选择 U 盘上的文件夹',
  en: 'Choose a folder on the stick',
};

/** Lets the person choose a folder for signed releases; only the core is told where it lies. */
export async function chooseReleaseFolder(
  contents: WebContents,
  language: Language,
  tellCore: (token: string, path: string) => void,
): Promise<ChosenFile | null> {
  const options: OpenDialogOptions = {
    title: TITLES[language],
    properties: ['openDirectory', 'createDirectory', 'dontAddToRecent'],
  };
  const window = BrowserWindow.fromWebContents(contents);
  const { canceled, filePaths } = window
    ? await dialog.showOpenDialog(window, options)
    : await dialog.showOpenDialog(options);
  const [path] = filePaths;
  if (canceled || path === undefined) return null;
  const chosen = { token: randomUUID(), name: basename(path) };
  tellCore(chosen.token, path);
  return chosen;
}
