export const lint = {
  instead: '换成：',
  take: '采用',
  takeFor: '：把「{{matched}}」换成「{{rewording}}」',
  more: '还有 {{count}} 处',
  found: '有 {{count}} 处说法不合适',
};
