import type { Wording } from '../zh-cn/wording.ts';

export const library: Wording['library'] = {
  heading: 'Library',
  intro: 'Browse by business and scene; a line opens on the desk.',
  packs: 'Packs',
  lines: 'Lines',
  empty: 'No lines here yet',
  emptyText: 'Look in another scene, or ask the lead to add some.',
  pick: 'Pick a pack to see its lines',
};
