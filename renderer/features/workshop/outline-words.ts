import type { TFunction } from 'i18next';
import { library } from '#renderer/i18n/zh-cn/library.ts';
import { line } from '#renderer/i18n/zh-cn/line.ts';
import { outline } from '#renderer/i18n/zh-cn/outline.ts';
import { workOrders } from '#renderer/i18n/zh-cn/work-orders.ts';
import { pathName } from './path-name.ts';

const isKey = (key: string): key is keyof typeof outline.key => key in outline.key;

/** What people call a part of an outline: the key itself only where nobody gave it a name. */
export function partKeyName(path: string, t: TFunction): string {
  const last = path.split('.').at(-1) ?? '';
  if (path.includes('.') && isKey(last) && !path.startsWith('provenance.')) return t(`outline.key.${last}`);
  const named = pathName(path, t);
  return named === last && isKey(last) ? t(`outline.key.${last}`) : named;
}

type Kind = keyof typeof line.forbiddenClass;
type Category = keyof typeof workOrders.category;
type Principle = keyof typeof library.principle;
type Speaker = keyof typeof library.speaker;
type Choice<Key extends keyof typeof outline.choice> = keyof (typeof outline.choice)[Key];

/** Keys with a few fixed values, each with its name; null for everything that is written freely. */
export function choicesFor(path: string, t: TFunction): { value: string; label: string }[] | null {
  const named = <Value extends string>(values: object, say: (value: Value) => string) =>
    (Object.keys(values) as Value[]).map((value) => ({ value, label: say(value) }));
  switch (path.split('.').at(-1)) {
    case 'class':
      return named<Kind>(line.forbiddenClass, (value) => t(`line.forbiddenClass.${value}`));
    case 'category':
      return named<Category>(workOrders.category, (value) => t(`workOrders.category.${value}`));
    case 'principle':
      return named<Principle>(library.principle, (value) => t(`library.principle.${value}`));
    case 'speaker':
      return named<Speaker>(library.speaker, (value) => t(`library.speaker.${value}`));
    case 'status':
      return named<Choice<'status'>>(outline.choice.status, (value) => t(`outline.choice.status.${value}`));
    case 'severity':
      return named<Choice<'severity'>>(outline.choice.severity, (value) => t(`outline.choice.severity.${value}`));
    case 'level':
      return named<Choice<'level'>>(outline.choice.level, (value) => t(`outline.choice.level.${value}`));
    default:
      return null;
  }
}
