import type { Wording } from '../zh-cn/wording.ts';

export const lint: Wording['lint'] = {
  instead: 'Better: ',
  take: 'Take it',
  takeFor: ': “{{rewording}}” for “{{matched}}”',
  more: '{{count}} more',
  found: '{{count}} wordings do not fit',
};
