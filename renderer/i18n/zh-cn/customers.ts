export const customers = {
  title: '这位客户来过',
  count: '来过 {{times}} 次，上次{{time}}',
  repeat: '{{days}} 天里同一件事提过 {{times}} 次：{{title}}。别让客户从头再讲。',
  promises: '答应过、还没兑现',
  due: '{{text}}（{{when}}前）',
  late: '{{text}}（{{when}}，已经过了）',
  orders: '还开着的工单',
  contacts: '前几次',
  told: '当时记的',
  all: '看详情',
  less: '收起',
};
