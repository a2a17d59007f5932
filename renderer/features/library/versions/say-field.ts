import type { TFunction } from 'i18next';
import { library as wording } from '#renderer/i18n/zh-cn/library.ts';

type FieldKey = Exclude<keyof typeof wording.field, 'variants' | 'provenance'>;
const isField = (path: string): path is FieldKey =>
  typeof Object.entries(wording.field).find(([key]) => key === path)?.[1] === 'string';
const isVariant = (name: string): name is keyof typeof wording.field.variants =>
  Object.hasOwn(wording.field.variants, name);
const isProvenance = (name: string): name is keyof typeof wording.field.provenance =>
  Object.hasOwn(wording.field.provenance, name);

/** The key of an entry as people call it; a part of a rarer one goes by the name of the whole. */
export function sayField(path: string, t: TFunction): string {
  const [group, name] = path.split('.', 2) as [string, string | undefined];
  if (name === undefined) return isField(group) ? t(`library.field.${group}`) : group;
  if (group === 'variants' && isVariant(name)) return t(`library.field.variants.${name}`);
  if (group === 'provenance' && isProvenance(name)) return t(`library.field.provenance.${name}`);
  return isField(group) ? t(`library.field.${group}`) : path;
}
