import type { WorkOrderCategory } from '#contract/vocabulary.ts';
import type { WorkOrderField } from '#contract/work-orders/terms.ts';

export interface NeededField extends Pick<WorkOrderField, 'id' | 'label' | 'personal'> {
  readonly required: boolean;
}

/** A sort of matter: its category, what the order has to carry, and its route where it differs from the category's. */
export interface OrderKind {
  readonly id: string;
  readonly label: string;
  readonly category: WorkOrderCategory;
  readonly route: string;
  readonly fields: readonly NeededField[];
}

const field = (id: string, label: string, required = true, personal = false): NeededField => ({
  id,
  label,
  required,
  personal,
});
const optional = (id: string, label: string): NeededField => field(id, label, false);
const contact = field('contactNumber', '联系电话', true, true);
const contactName = field('contactName', '联系人', true, true);
const since = field('since', '从什么时候');

const property = (id: string, label: string, route: string, ...own: NeededField[]): OrderKind => ({
  id: `property.${id}`,
  label,
  category: 'other',
  route,
  fields: [field('place', '哪一处'), field('what', '什么情况'), ...own, since, contactName, contact],
});

/** Every kind of order, as data: a site's list is changed here and nowhere else. */
export const orderKinds: readonly OrderKind[] = [
  {
    id: 'network',
    label: '网络',
    category: 'network',
    route: 'network',
    fields: [
      field('district', '区县'),
      field('town', '乡镇街道'),
      field('street', '村或路名'),
      optional('estate', '小区'),
      optional('building', '楼栋'),
      optional('unit', '单元'),
      field('indoor', '室内还是室外'),
      field('signalBars', '信号几格'),
      field('handsetModel', '手机型号'),
      optional('promptCalling', '打出去的提示'),
      optional('promptCalled', '别人打来的提示'),
      optional('promptData', '上网的提示'),
      since,
      field('triedOther', '换机试过吗'),
      contactName,
      contact,
    ],
  },
  {
    id: 'billing',
    label: '账务与支撑系统',
    category: 'billing',
    route: 'billing',
    fields: [
      field('billPeriod', '哪个账期'),
      field('disputedItem', '哪一笔'),
      optional('amount', '金额'),
      contactName,
      contact,
    ],
  },
  {
    id: 'data',
    label: '数据业务',
    category: 'data',
    route: 'data',
    fields: [field('service', '哪项业务'), field('what', '什么情况'), since, contactName, contact],
  },
  {
    id: 'other',
    label: '其他',
    category: 'other',
    route: 'other',
    fields: [field('what', '什么情况'), contact],
  },
  {
    id: 'staffAttitude',
    label: '服务态度',
    category: 'other',
    route: 'other',
    fields: [
      field('when', '什么时候'),
      field('place', '在哪儿'),
      field('what', '怎么回事'),
      optional('whoServed', '谁接待的'),
      contact,
    ],
  },
  {
    id: 'rescue',
    label: '道路救援',
    category: 'other',
    route: 'rescue',
    fields: [
      field('name', '姓名', true, true),
      field('phone', '联系电话', true, true),
      field('roadSection', '路段'),
      field('stakeNumber', '桩号'),
      field('direction', '行驶方向'),
      field('plate', '车牌号', true, true),
      field('vehicleType', '车型'),
    ],
  },
  property('building', '物业 · 房屋', 'property', optional('layer', '哪一层')),
  property('equipment', '物业 · 设备', 'property', optional('deviceNumber', '设备编号')),
  property('security', '物业 · 秩序', 'property'),
  property('environment', '物业 · 环境', 'property'),
  property('general', '物业 · 综合服务', 'property'),
  property('residents', '物业 · 邻里', 'property'),
  property('developer', '物业 · 开发商', 'property'),
];

/** The kind of an order; a kind that a later list no longer has is handled as its category. */
export function kindOf(id: string, category: WorkOrderCategory): OrderKind {
  const found = orderKinds.find((kind) => kind.id === id) ?? orderKinds.find((kind) => kind.id === category);
  if (!found) throw new RangeError(`no kind of order for ${id} of ${category}`);
  return found;
}

export interface Carried {
  readonly fields: readonly Pick<WorkOrderField, 'id' | 'value'>[];
  readonly customerName: string | null;
  readonly customerNumber: string | null;
}

/** What a kind needs and an order does not carry; the customer's own name and number need not be written twice. */
export function missingOf(kind: OrderKind, { fields, customerName, customerNumber }: Carried): NeededField[] {
  const known = new Set(fields.filter(({ value }) => value.trim() !== '').map(({ id }) => id));
  if (customerName) for (const id of ['contactName', 'name']) known.add(id);
  if (customerNumber) for (const id of ['contactNumber', 'phone']) known.add(id);
  return kind.fields.filter(({ id, required }) => required && !known.has(id));
}
