import type { TFunction } from 'i18next';
import type { DraftFinding } from '#contract/workshop/views.ts';
import { sayEntryFault } from '#renderer/features/library/say-fault.ts';
import { pathName } from './path-name.ts';

/** What is wrong with a draft in one sentence of the window's language. */
export function sayRule({ path, rule }: DraftFinding, t: TFunction): string {
  return rule === null ? '' : sayEntryFault(rule, pathName(path, t), t);
}
