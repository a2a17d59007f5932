import type { Wording } from '../zh-cn/wording.ts';

export const conversation: Wording['conversation'] = {
  heading: 'Serving a customer',
  comesNext: 'Guidance through a conversation, step by step, is coming here soon.',
  recent: 'Last used',
  recentEmpty: 'No line has been used yet',
  recentEmptyText: 'Everything you copy or say is recorded here and survives a power cut.',
  copied: 'copied',
  said: 'said',
  by: '{{name}} · {{time}}',
};
