import type { Wording } from '../zh-cn/wording.ts';

export const vocabulary: Wording['vocabulary'] = {
  channel: { counter: 'Counter', phone: 'Phone', chat: 'Chat' },
  stage: { accept: 'Accept', clarify: 'Clarify', resolve: 'Resolve', followUp: 'Follow up' },
  tier: { vip: 'VIP', standard: 'Standard', prepaid: 'Prepaid' },
};
