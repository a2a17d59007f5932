import type { ConversationDefinition } from '#contract/conversation/events.ts';
import type { Slip } from '#contract/counter.ts';
import type { Language } from '#contract/vocabulary.ts';
import { lineValues } from '../conversation/line-values.ts';
import { addressOf } from '../conversation/salutation.ts';
import type { Conversation } from '../conversation/state.ts';

const LONGEST = 400;

const words = {
  'zh-CN': {
    matter: (text: string) => `您反映的事：${text}`,
    demand: (text: string) => `您希望：${text}`,
    staff: (name: string) => `接待人：${name}`,
  },
  en: {
    matter: (text: string) => `What you told us: ${text}`,
    demand: (text: string) => `What you would like: ${text}`,
    staff: (name: string) => `You spoke with ${name}`,
  },
} satisfies Record<Language, unknown>;

export interface SlipParts {
  readonly language: Language;
  readonly siteName: string;
  readonly staffName: string;
}

/**
 * A slip from what the customer said and was promised. Findings, outcomes, notes and lines stay out of it: they are words for
 * colleagues. The agent reads it and puts in what was agreed before anybody sees it.
 */
export function draftSlip(
  state: Conversation,
  definition: ConversationDefinition,
  { language, siteName, staffName }: SlipParts,
): Slip {
  const say = words[language];
  const values = lineValues(state, definition);
  const told = [
    values['matter'] ? say.matter(values['matter']) : '',
    values['demand'] ? say.demand(values['demand']) : '',
  ];
  return {
    customer: addressOf(state.customer) || (values['customerName'] ?? ''),
    agreed: told
      .filter((sentence) => sentence !== '')
      .join('\n')
      .slice(0, LONGEST),
    promised: state.promise?.text ?? '',
    contact: [siteName, staffName === '' ? '' : say.staff(staffName)]
      .filter((part) => part !== '')
      .join(' · ')
      .slice(0, 80),
    orderNumber: state.workOrder?.number ?? '',
  };
}
