import type { Settings } from '#contract/settings.ts';

const STORED_AS = 'counterpart.look';
const defaultLook: Settings = { theme: 'system', textScale: 100, language: 'zh-CN' };

const prefersDark = () => window.matchMedia('(prefers-color-scheme: dark)');

/** What the desk looked like when it was last open, so that it starts without a flash of another theme or size. */
export function rememberedLook(): Settings {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(STORED_AS) ?? 'null');
    return typeof stored === 'object' && stored !== null ? { ...defaultLook, ...stored } : defaultLook;
  } catch {
    return defaultLook;
  }
}

export function rememberLook(look: Settings): void {
  localStorage.setItem(STORED_AS, JSON.stringify(look));
}

/** Puts theme, text size and language on the page; follows the system's theme until the returned function is called. */
export function applyLook(look: Settings): () => void {
  const page = document.documentElement;
  const media = prefersDark();
  const applyTheme = () => {
    page.dataset['theme'] = look.theme === 'system' ? (media.matches ? 'dark' : 'light') : look.theme;
  };
  applyTheme();
  page.style.fontSize = look.textScale === 100 ? '' : `${(16 * look.textScale) / 100}px`;
  page.lang = look.language;
  if (look.theme !== 'system') return () => {};
  media.addEventListener('change', applyTheme);
  return () => media.removeEventListener('change', applyTheme);
}
