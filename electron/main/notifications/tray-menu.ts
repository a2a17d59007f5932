import type { Language } from '#contract/vocabulary.ts';
import type { OpenTarget } from './desk-notifier.ts';

export interface TrayActions {
  openDesk(): void;
  openQuickBar(): void;
  open(target: OpenTarget): void;
  quit(): void;
}

type TrayItem = { label: string; click: () => void } | { type: 'separator' };

const words: Record<Language, Record<'desk' | 'quickBar' | 'orders' | 'quit', string>> = {
  'zh-CN': { desk: '打开工作台', quickBar: '打开快查窗', orders: '打开工单', quit: '退出' },
  en: { desk: 'Open the desk', quickBar: 'Open the quick bar', orders: 'Open the work orders', quit: 'Quit' },
};

/** The menu of the tray icon, in the person's language. */
export function trayMenu(language: Language, actions: TrayActions): TrayItem[] {
  const say = words[language];
  return [
    { label: say.desk, click: () => actions.openDesk() },
    { label: say.quickBar, click: () => actions.openQuickBar() },
    { label: say.orders, click: () => actions.open({ place: 'orders', workOrderId: null }) },
    { type: 'separator' },
    { label: say.quit, click: () => actions.quit() },
  ];
}
