import type { GreenService } from '#contract/work-orders/terms.ts';
import type { DeskClient } from './seed-desk.ts';

const site: readonly (readonly [string, string, string])[] = [
  ['district', '区县', '城东区'],
  ['town', '乡镇街道', '湖滨街道'],
  ['street', '村或路名', '翠湖路'],
  ['indoor', '室内还是室外', '室内'],
  ['signalBars', '信号几格', '1格'],
  ['handsetModel', '手机型号', '两年前的直板机'],
  ['since', '从什么时候', '上周三'],
  ['triedOther', '换机试过吗', '换机一样'],
];

/** Opens a network order from a letter with everything it has to carry; answers its id. Somebody who may has to be signed in. */
export async function openLetterOrder(client: DeskClient, matter: string): Promise<string> {
  const { id } = await client.workOrders.open({
    matter,
    customerName: '王女士',
    customerNumber: '13812345678',
    orderKind: 'network',
    source: 'letter',
    channel: 'counter',
    signs: { concreteDemand: true, strongDispleasure: false, concreteProposal: false },
    fields: site.map(([fieldId, label, value]) => ({ id: fieldId, label, value, personal: false })),
  });
  return id;
}

const conditions: Record<GreenService, string> = {
  booking: 'ourFault',
  entrusted: 'password',
  goods: 'outOfStock',
  device: 'setUp',
};

/** Opens a green-channel order of a service; a lead has to be signed in. */
export async function openGreenOrder(
  client: DeskClient,
  service: GreenService,
  urgency: 'normal' | 'urgent',
): Promise<string> {
  const { id } = await client.workOrders.openGreen({
    matter: service === 'booking' ? '换卡跑了两趟没办成' : '新手机总上不了网',
    customerName: service === 'booking' ? '陈女士' : '黎先生',
    customerNumber: '13900002046',
    conversationId: null,
    channel: 'phone',
    green: {
      service,
      urgency,
      condition: conditions[service],
      wanted: '补换卡',
      explained: '说了可以在线办，也可以换一家厅',
      notAccepted: '不想再白跑一趟',
      demand: '约好时间，来了就能办',
      identity: 'passed',
      leadNumber: '62001',
      hall: '城南厅',
      branchTold: 'voice',
    },
  });
  return id;
}
