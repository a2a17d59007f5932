/** When the records cannot be opened, were damaged, or the disk is full. */
export const trouble = {
  start: {
    folderInUse: {
      title: '已经有一个口径通在用这份数据',
      text: '同一份记录一次只能由一个口径通来写。请回到已经打开的那个窗口；要是找不到，就注销一下再登录，或者重启电脑。那边关掉以后，这里会自动接上。',
    },
    readOnlyFolder: {
      title: '数据文件夹写不进去',
      text: '这个文件夹或者里面的文件是只读的。请系统管理员放开写权限，已有的记录一个字都没动。放开以后会自动接上。',
    },
    storageFull: {
      title: '磁盘满了，记录打不开',
      text: '之前记下的都在。清理出几百 MB 空间，这里会自动接上。',
    },
    newerDatabase: {
      title: '这份记录是更新的版本写的',
      text: '请把这台电脑上的口径通也升到新版本。记录没有动过。',
    },
    migrationFailed: {
      title: '升级记录时出了问题',
      text: '已经退回升级前的样子，什么都没丢。请联系系统管理员，升级前的备份在数据文件夹的 backups 里。',
    },
    release: { title: '口径内容打不开', text: '安装的文件可能不完整，请重新安装口径通。记录都在。' },
    internal: { title: '记录服务没能启动', text: '记录都在。稍等会再试；一直这样就请告诉系统管理员。' },
  },
  full: {
    title: '磁盘满了，新的内容存不上',
    text: '之前记下的都在，查口径、复制不受影响。清理出一些空间，几秒钟后会自己恢复。',
  },
  findings: {
    lostTail: '最后一小段记录不见了：到第 {{epoch}} 段第 {{seq}} 条为止确实存上过，现在的文件里没有。',
    head: '核对用的小文件对不上，记录本身没有发现缺少。',
    offer: '设置的「数据与备份」里，备份可能还有这一段：可以恢复到最近一份，也可以就这样接着用。',
    goOn: '知道了，接着用',
    goneOn: '已经记下，接着用',
    onlyLead: '请值班长或系统管理员来决定。',
    noted_one: '另有 {{count}} 处早先的异常，已经有人看过。',
    noted_other: '另有 {{count}} 处早先的异常，已经有人看过。',
  },
  damage: {
    title: '记录文件坏了一处，先选怎么接着用',
    intro: '多半是磁盘出了问题。选哪一个都不会再丢东西：坏了的文件会原样留在一旁。',
    looking: '正在看还有多少能读出来…',
    readTitle: '把还读得出来的都留下',
    read: '{{readable}} 条读得出来，{{unreadable}} 条读不出来。读得出来的全部保留，从这里接着记。',
    readAction: '留下读得出来的',
    unreadableAll: '这个文件已经读不出来了，只能从备份恢复。',
    backupTitle: '恢复到一份备份',
    backup: '备份之后记下的内容不在里面。',
    backupAction: '恢复到 {{when}}',
    noBackup: '这台电脑上还没有备份。',
    working: '正在处理，大约要几十秒…',
    failed: '这一份用不了，换另一个试试。',
    folder: '数据文件夹',
    help: '拿不准就先别动，请系统管理员来看。磁盘也该检查一下了。',
  },
};
