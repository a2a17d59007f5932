import type { Settings } from '#contract/settings.ts';

export interface Look {
  name: string;
  settings: Settings;
  width: number;
  height: number;
}

/** Four looks that pair every theme, language, window and text size with the others at least once. */
export const looks: readonly Look[] = [
  { name: 'light-zh', settings: { theme: 'light', language: 'zh-CN', textScale: 100 }, width: 1280, height: 800 },
  { name: 'dark-en', settings: { theme: 'dark', language: 'en', textScale: 100 }, width: 1280, height: 800 },
  { name: 'dark-zh-small', settings: { theme: 'dark', language: 'zh-CN', textScale: 150 }, width: 1024, height: 640 },
  { name: 'light-en-small', settings: { theme: 'light', language: 'en', textScale: 150 }, width: 1024, height: 640 },
];
