import type { Language } from '#contract/vocabulary.ts';
import { learnPlaces, startI18n } from '#renderer/i18n/start-i18n.ts';

/** Starts the wording with the words of every place: a test opens parts that the app loads later. */
export async function wholeWording(language: Language) {
  const i18n = await startI18n(language);
  await learnPlaces();
  return i18n;
}
