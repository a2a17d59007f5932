import type { TFunction } from 'i18next';
import { library as wording } from '#renderer/i18n/zh-cn/library.ts';

type FieldKey = Exclude<keyof typeof wording.field, 'variants' | 'provenance'>;
const isField = (key: string): key is FieldKey =>
  Object.entries(wording.field).some(([name, value]) => name === key && typeof value === 'string');
const isVariant = (key: string): key is keyof typeof wording.field.variants => key in wording.field.variants;
const isProvenance = (key: string): key is keyof typeof wording.field.provenance => key in wording.field.provenance;

/** Parts of tables and flows by the last key of their path. */
const PARTS = {
  ask: 'outline.question.ask',
  title: 'outline.finding.title',
  line: 'outline.finding.line',
  label: 'outline.fields.label',
  goal: 'outline.stage.goal',
  hint: 'outline.hint',
  answers: 'outline.question.answers',
} as const;
const isPart = (key: string): key is keyof typeof PARTS => key in PARTS;

/** What people call the place in an entry that a dotted key leads to; the key itself where it has no name. */
export function pathName(path: string, t: TFunction): string {
  const [group = '', name = ''] = path.split('.');
  if (group === 'variants') return isVariant(name) ? t(`library.field.variants.${name}`) : t('workshop.form.words');
  if (group === 'provenance' && isProvenance(name)) return t(`library.field.provenance.${name}`);
  const last = path.split('.').at(-1) ?? '';
  if (/^(nodes|stages|outcomes|fields)$/.test(group) && isPart(last)) return t(PARTS[last]);
  if (group === 'text') return t('workshop.form.words');
  return isField(group) ? t(`library.field.${group}`) : group;
}
