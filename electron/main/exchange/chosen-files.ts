import { randomUUID } from 'node:crypto';
import { basename } from 'node:path';
import { BrowserWindow, dialog, type OpenDialogOptions, type SaveDialogOptions, type WebContents } from 'electron';
import { z } from 'zod';
import { exportFormatSchema } from '#contract/library-exchange.ts';
import type { ChosenFile } from '#contract/shell.ts';
import type { Language } from '#contract/vocabulary.ts';
import { chooseReleaseFolder } from './choose-release-folder.ts';

const READS = ['xlsx', 'csv', 'tsv', 'docx', 'yaml', 'yml'];

const WORDS: Readonly<Record<Language, { open: string; save: string; wording: string }>> = {
  'zh-CN': { open: '选择要导入的口径文件', save: '导出到', wording: '口径文件' },
  en: { open: 'Choose a file with wording to import', save: 'Export to', wording: 'Wording' },
};

/** Characters that some system forbids in names, or that would lead elsewhere. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what this is about
const UNFIT = /[\u0000-\u001f\\/:*?"<>|]/gu;

const exportRequestSchema = z.object({ format: exportFormatSchema, name: z.string().max(120) });

/** What went before its path: only the core is told where the file lies; windows get a token and the name. */
export function chosenFiles(tellCore: (token: string, path: string) => void) {
  const token = (path: string): ChosenFile => {
    const chosen = { token: randomUUID(), name: basename(path) };
    tellCore(chosen.token, path);
    return chosen;
  };
  return {
    async toRead(contents: WebContents, language: Language): Promise<ChosenFile | null> {
      const { open, wording } = WORDS[language];
      const options: OpenDialogOptions = {
        title: open,
        properties: ['openFile', 'dontAddToRecent'],
        filters: [{ name: wording, extensions: READS }],
      };
      const window = BrowserWindow.fromWebContents(contents);
      const { canceled, filePaths } = window
        ? await dialog.showOpenDialog(window, options)
        : await dialog.showOpenDialog(options);
      const [path] = filePaths;
      return canceled || path === undefined ? null : token(path);
    },
    /** The path of a dropped file comes from the preload, which alone can learn it from what was dropped. */
    dropped(path: unknown): ChosenFile | null {
      const known = z.string().min(1).max(4_096).safeParse(path);
      return known.success ? token(known.data) : null;
    },
    releaseFolder: (contents: WebContents, language: Language) => chooseReleaseFolder(contents, language, tellCore),
    async toWrite(contents: WebContents, language: Language, request: unknown): Promise<ChosenFile | null> {
      const { format, name } = exportRequestSchema.parse(request);
      const { save } = WORDS[language];
      const options: SaveDialogOptions = {
        title: save,
        defaultPath: `${name.replace(UNFIT, ' ').trim() || 'counterpart'}.${format}`,
        properties: ['showOverwriteConfirmation', 'createDirectory', 'dontAddToRecent'],
        filters: [{ name: format.toUpperCase(), extensions: [format] }],
      };
      const window = BrowserWindow.fromWebContents(contents);
      const { canceled, filePath } = window
        ? await dialog.showSaveDialog(window, options)
        : await dialog.showSaveDialog(options);
      if (canceled || !filePath) return null;
      return token(filePath.toLowerCase().endsWith(`.${format}`) ? filePath : `${filePath}.${format}`);
    },
  };
}

export type ChosenFiles = ReturnType<typeof chosenFiles>;
