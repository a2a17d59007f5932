import type { GreenService } from '#contract/work-orders/terms.ts';

export interface GreenCondition {
  readonly id: string;
  readonly label: string;
}

/** When a service of the green channel may be used: one of its conditions has to hold. */
export const greenConditions: Readonly<Record<GreenService, readonly GreenCondition[]>> = {
  booking: [
    { id: 'queue', label: '只有厅里能办，排队太久' },
    { id: 'distance', label: '只有厅里能办，路太远' },
    { id: 'ourFault', label: '因为我们的原因白跑过' },
  ],
  entrusted: [
    { id: 'password', label: '电话里核对了服务密码，符合代办条件' },
    { id: 'papers', label: '发票、账单代取代寄' },
  ],
  goods: [{ id: 'outOfStock', label: '来过几次都缺货' }],
  device: [
    { id: 'download', label: '电话里教过，下载还是不成' },
    { id: 'setUp', label: '电话里教过，设置还是不成' },
    { id: 'fault', label: '设备有毛病，电话里说不清' },
  ],
};
