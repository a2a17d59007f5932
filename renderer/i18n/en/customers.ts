import type { Wording } from '../zh-cn/wording.ts';

export const customers: Wording['customers'] = {
  title: 'This customer has been here',
  count: 'Contacts before: {{times}}; the last {{time}}',
  repeat: 'The same matter within {{days}} days, {{times}} × before: {{title}}. Do not make them tell it again.',
  promises: 'Promised and not kept yet',
  due: '{{text}} (by {{when}})',
  late: '{{text}} ({{when}}, past)',
  orders: 'Orders still open',
  contacts: 'Earlier contacts',
  told: 'What was noted',
  all: 'Details',
  less: 'Fold up',
};
