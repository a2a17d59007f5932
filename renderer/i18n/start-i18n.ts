import i18next, { type i18n } from 'i18next';
import { initReactI18next } from 'react-i18next';
import type { Language } from '#contract/vocabulary.ts';
import { deskWording } from './zh-cn/desk-wording.ts';

/** Starts the wording of the desk in one language. Chinese is always there; English is loaded when it is wanted. */
export async function startI18n(language: Language): Promise<i18n> {
  await i18next.use(initReactI18next).init({
    lng: 'zh-CN',
    fallbackLng: 'zh-CN',
    resources: { 'zh-CN': { translation: deskWording } },
    interpolation: { escapeValue: false },
    returnNull: false,
  });
  await speak(language);
  return i18next;
}

/** Changes the language of everything on the screen. */
export async function speak(language: Language): Promise<void> {
  if (language === 'en' && !i18next.hasResourceBundle('en', 'translation')) {
    const { en } = await import('./en/wording.ts');
    i18next.addResourceBundle('en', 'translation', en);
  }
  if (i18next.language !== language) await i18next.changeLanguage(language);
}

/** Adds what only opened places and sheets say; English comes whole. */
export async function learnPlaces(): Promise<void> {
  const { placeWording } = await import('./zh-cn/place-wording.ts');
  i18next.addResourceBundle('zh-CN', 'translation', placeWording, true);
}
