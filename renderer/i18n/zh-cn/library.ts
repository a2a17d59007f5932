export const library = {
  heading: '口径库',
  intro: '按业务和场景翻看，点开就到工作台。',
  packs: '业务',
  lines: '口径',
  empty: '这里还没有口径',
  emptyText: '换个场景看看，或者请值班长补上。',
  pick: '选一个业务，看看里面有哪些口径',
};
