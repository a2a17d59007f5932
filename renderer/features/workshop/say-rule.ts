import type { TFunction } from 'i18next';
import type { DraftFinding } from '#contract/workshop/views.ts';
import { pathName } from './path-name.ts';

/** A broken rule in one sentence of the window's language, with what it quotes. */
export function sayRule({ path, rule }: DraftFinding, t: TFunction): string {
  if (rule === null) return '';
  const { key, quoted, bound } = rule;
  const told = t(`workshop.rule.${key}`, { name: pathName(path, t), bound });
  return quoted.length === 0 ? told : t('workshop.ruleQuoting', { told, quoted: quoted.join(t('frame.listJoin')) });
}
