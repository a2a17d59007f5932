import type { Wording } from '../zh-cn/wording.ts';

export const ownership: Wording['ownership'] = {
  firstAsked: 'First asked: {{name}}',
  now: 'Now with {{name}}, since {{since}}',
  anyLead: 'the lead on duty',
  offered: '{{to}} was asked to take over and has not answered. Until then it is yours.',
  withdraw: 'Keep it',
  withdrawn: 'Taken back: it is still yours',

  handOver: 'Hand over to a colleague or lead',
  handOverTitle: 'Who goes on with it',
  handOverText: 'Everything noted and asked goes along. Until they accept, it stays yours.',
  to: 'To',
  why: 'Why',
  whyIs: {
    beyondAuthority: 'Beyond my authority',
    shiftEnd: 'My shift ends',
    knowsBetter: 'They know it better',
    customerAsks: 'The customer asks',
    other: 'Another reason',
  },
  note: 'What they must know',
  notePlaceholder: 'What the customer waits for, what was promised',
  noteMissing: 'One sentence saves the customer telling it again',
  send: 'Ask them to take over',
  sent: 'Asked {{to}} to take over',

  waiting: 'Waiting for you to take over',
  waitingFrom: 'From {{from}} · {{why}} · {{time}}',
  waitingFor: 'From {{from}} to {{to}} · {{why}} · {{time}}',
  accept: 'Take over',
  accepted: 'Taken over: {{name}}',
  decline: 'Cannot',
  declineTitle: 'Why you cannot',
  declinePlaceholder: 'For example: serving another customer',
  declineKeep: 'Tell them',
  declined: '{{from}} knows and keeps it',

  beyondAmount: '{{amount}} yuan to pay back; you may settle up to {{limit}} yuan',
  beyondSaid: 'This is beyond your authority',
  beyondCause: {
    ours: 'The cause is ours: you may settle up to {{limit}} yuan',
    unclear: 'The cause is not clear: you may settle up to {{limit}} yuan',
    customers: 'The cause is not ours: you may settle up to {{limit}} yuan',
  },
  beyondText: 'Name no figure to the customer yet. Ask the lead to take over, or open a work order.',
  callLead: 'Ask the lead to take over',

  history: 'Who looked after it',
  historyFirst: 'First asked',
  historyTook: 'took over {{time}}',
  answer: { accepted: 'accepted', declined: 'declined', withdrawn: 'taken back' },
};
