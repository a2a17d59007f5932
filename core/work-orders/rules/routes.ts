export interface Department {
  readonly id: string;
  readonly label: string;
  /** Departments it may pass an order on to. */
  readonly next: readonly string[];
}

export interface Route {
  readonly id: string;
  /** Where a lead may send a new order first. */
  readonly first: readonly string[];
  readonly departments: readonly Department[];
  /** The complaint desk may settle it without a department. */
  readonly atDesk: boolean;
}

const department = (id: string, label: string, ...next: string[]): Department => ({ id, label, next });

/** The way of an order through the house, as data. */
export const routes: readonly Route[] = [
  {
    id: 'network',
    first: ['provinceNetwork'],
    atDesk: false,
    departments: [
      department('provinceNetwork', '省网络中心', 'cityDispatch'),
      department('cityDispatch', '市调度中心', 'technical', 'provinceNetwork'),
      department('technical', '技术部门', 'cityDispatch'),
    ],
  },
  {
    id: 'billing',
    first: ['provinceSupport'],
    atDesk: false,
    departments: [
      department('provinceSupport', '省支撑中心', 'citySupport', 'accounts'),
      department('citySupport', '市支撑中心', 'provinceSupport'),
      department('accounts', '账务中心', 'provinceSupport'),
    ],
  },
  {
    id: 'data',
    first: ['provinceData'],
    atDesk: false,
    departments: [
      department('provinceData', '省数据台', 'provinceService', 'contentProvider', 'branch'),
      department('provinceService', '省业务部门', 'provinceData'),
      department('contentProvider', '内容合作方', 'provinceData', 'branch'),
      department('branch', '分公司', 'cityData', 'contentProvider'),
      department('cityData', '市数据中心', 'branch'),
    ],
  },
  {
    id: 'other',
    first: ['hall', 'marketing', 'service'],
    atDesk: true,
    departments: [
      department('hall', '营业厅', 'marketing', 'service'),
      department('marketing', '市场部门', 'hall', 'service'),
      department('service', '服务管理', 'hall', 'marketing'),
    ],
  },
  {
    id: 'rescue',
    first: ['patrol', 'towing'],
    atDesk: false,
    departments: [department('patrol', '巡查班', 'towing'), department('towing', '拖救队', 'patrol')],
  },
  {
    id: 'property',
    first: ['engineering', 'order', 'cleaning', 'owners'],
    atDesk: true,
    departments: [
      department('engineering', '工程部', 'developer', 'owners'),
      department('order', '秩序部', 'owners'),
      department('cleaning', '环境部', 'engineering', 'owners'),
      department('owners', '客服部', 'engineering', 'order', 'cleaning', 'developer'),
      department('developer', '开发商对接', 'engineering', 'owners'),
    ],
  },
  {
    id: 'green',
    first: ['hall'],
    atDesk: false,
    departments: [department('hall', '营业厅')],
  },
];

export function routeOf(id: string): Route {
  const found = routes.find((route) => route.id === id);
  if (!found) throw new RangeError(`no route ${id}`);
  return found;
}
