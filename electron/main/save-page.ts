import { basename, extname } from 'node:path';
import { type BrowserWindow, dialog, type PrintToPDFOptions } from 'electron';
import { z } from 'zod';
import type { Language } from '#contract/vocabulary.ts';
import { writeWholeFile } from './write-whole-file.ts';

/** A file name without a path and without signs that file systems take for something else. */
const fileNameSchema = z.string().regex(/^[\p{L}\p{N}][\p{L}\p{N} ._-]{0,59}$/u);

const titles: Record<Language, string> = { 'zh-CN': '存成 PDF', en: 'Save as PDF' };

/** What a customer takes along: one small page. */
export const slipPaper: PrintToPDFOptions = { pageSize: 'A5', pageRanges: '1' };
/** What goes into a folder: as many pages as it takes. */
export const officePaper: PrintToPDFOptions = { pageSize: 'A4' };

interface PrintToSave {
  /** As the window gave it, unchecked; without its ending. */
  readonly name: unknown;
  readonly paper: PrintToPDFOptions;
  readonly language: Language;
}

/** Saves what the window prints (print style sheet) as PDF where the person says; the name of the file, or null. */
export async function savePrint(window: BrowserWindow, { name, paper, language }: PrintToSave): Promise<string | null> {
  const { canceled, filePath } = await dialog.showSaveDialog(window, {
    title: titles[language],
    defaultPath: `${fileNameSchema.parse(name)}.pdf`,
    filters: [{ name: 'PDF', extensions: ['pdf'] }],
    properties: ['createDirectory', 'showOverwriteConfirmation', 'dontAddToRecent'],
  });
  if (canceled || !filePath) return null;
  const file = extname(filePath).toLowerCase() === '.pdf' ? filePath : `${filePath}.pdf`;
  const pdf = await window.webContents.printToPDF(paper);
  await writeWholeFile(file, pdf);
  return basename(file);
}
