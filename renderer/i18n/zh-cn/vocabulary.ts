export const vocabulary = {
  channel: { counter: '柜台', phone: '电话', chat: '在线' },
  stage: { accept: '接受', clarify: '澄清', resolve: '处理', followUp: '跟踪' },
  tier: { vip: '贵宾', standard: '普通', prepaid: '预付费' },
};
