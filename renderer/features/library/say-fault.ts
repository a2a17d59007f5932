import type { TFunction } from 'i18next';
import type { EntryFault, RuleFault } from '#contract/library-faults.ts';

/** A broken rule in one sentence of the window's language, with what it quotes. */
export function sayRuleFault({ rule, quoted }: RuleFault, t: TFunction): string {
  const told = t(`faults.rule.${rule}`);
  if (quoted.length === 0) return told;
  const each = quoted.map((text) => t('faults.quoted', { text }));
  return t('faults.quoting', { told, quoted: each.join(t('frame.listJoin')) });
}

/** What is wrong with an entry, in one sentence; `name` is what people call the place in it. */
export function sayEntryFault(fault: EntryFault, name: string, t: TFunction): string {
  switch (fault.key) {
    case 'rule':
      return sayRuleFault(fault, t);
    case 'notOneOf':
      return t('faults.notOneOf', { name, choices: fault.choices.join(t('frame.listJoin')) });
    case 'unknownKeys':
      return t('faults.unknownKeys', { names: fault.names.join(t('frame.listJoin')) });
    case 'tooShort':
    case 'tooLong':
    case 'tooSmall':
    case 'tooBig':
      return t(`faults.${fault.key}`, { name, bound: fault.bound });
    case 'missing':
    case 'unfit':
    case 'idForm':
      return t(`faults.${fault.key}`, { name });
    default:
      return fault satisfies never;
  }
}
