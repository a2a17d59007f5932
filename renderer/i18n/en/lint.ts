import type { Wording } from '../zh-cn/wording.ts';

export const lint: Wording['lint'] = {
  instead: 'Better: ',
  take: 'Take it',
  takeFor: ': “{{rewording}}” for “{{matched}}”',
  more: '{{count}} more',
  found: '{{count}} wordings do not fit',
  personalData: 'Customer data',
  blocks: 'A lead decided: mend this before you finish',
  reasons: {
    amount: 'That is {{yuan}} yuan. You may promise up to {{limit}} yourself; more needs somebody with the authority.',
    guarantee: 'A guarantee without a time leaves the customer waiting.',
    vagueTime: 'It does not say when. Name a time that can be kept.',
    tooLate: 'Too late: a first reply is due within {{hours}} hours.',
    closedHour: 'Nobody is at work then, so that call cannot be made.',
    repairTime: 'When it is repaired is not ours to say. Name a time for news instead.',
    idCard: 'This is an identity number. A note keeps only the masked one.',
    bankCard: 'This is a card number. A note keeps only its last digits.',
    mobile: "This is a mobile number. It belongs in the customer's field; mask it here.",
  },
  ruleNames: {
    amount: "Amounts beyond one's authority",
    guarantee: 'Guarantees without a time',
    vagueTime: '“Soon” and “at once” without a time',
    tooLate: 'Times later than a reply is due',
    closedHour: 'Times when nobody is at work',
    repairTime: 'Promises of a repair time',
    idCard: 'Identity numbers in a note',
    bankCard: 'Card numbers in a note',
    mobile: 'Mobile numbers in a note',
  },
};
