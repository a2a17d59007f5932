export const conversation = {
  heading: '接待客户',
  comesNext: '带着您一步步接待客户的引导，很快会在这里。',
  recent: '最近用过',
  recentEmpty: '还没有用过的口径',
  recentEmptyText: '复制或说出的每一句都会记在这里，断电也不丢。',
  copied: '复制',
  said: '说出',
  by: '{{name}} · {{time}}',
};
