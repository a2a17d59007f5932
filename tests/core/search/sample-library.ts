import type { SearchDocument } from '#core/search/search-document.ts';

/** A document with everything but what the test is about left plain. */
export function entry(id: string, title: string, rest: Partial<SearchDocument> = {}): SearchDocument {
  return { id, title, body: '', keywords: [], colloquial: [], kind: 'line', channels: [], packTitle: '样例', ...rest };
}

export const sampleLibrary: SearchDocument[] = [
  entry('no-signal', '无信号 · 首次解释', {
    body: '给您添麻烦了，您说的位置我记下来，马上请网络部门去核实。\n我这就登记，核实完第一时间告诉您。',
    keywords: ['网络覆盖', '掉话'],
    colloquial: ['没网', '打不出去'],
    stage: 'clarify',
    scene: 'network',
    channels: ['phone'],
  }),
  entry('bill', '话费争议 · 逐项核对', {
    body: '我陪您把每一笔都看一遍，看到明白为止。',
    keywords: ['账单', '扣费'],
    stage: 'clarify',
  }),
  entry('card-lost', '银行卡挂失', {
    body: '您先别着急，我马上为您锁住账户，钱不会少。',
    keywords: ['补卡'],
    scene: 'card',
  }),
  entry('etc', 'ETC 设备扣不了费', { body: '请看一下设备上的指示灯是什么颜色。', keywords: ['5G 套餐', '行驶记录'] }),
  entry('refund', '退款到账时间', {
    body: '款项按原路退回，一般三个工作日就能看到。',
    keywords: ['退费'],
    stage: 'resolve',
  }),
  entry('complaint', '投诉受理 · 处理时限', { body: '四十八小时之内一定给您回话。', keywords: ['信号投诉渠道'] }),
  entry('mine', '我的问候', { body: '早上好，今天由我来帮您。', personal: true }),
];
