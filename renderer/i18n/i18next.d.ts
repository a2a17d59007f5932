import 'i18next';
import type { zhCn } from './zh-cn/wording.ts';

declare module 'i18next' {
  interface CustomTypeOptions {
    resources: { translation: typeof zhCn };
  }
}
