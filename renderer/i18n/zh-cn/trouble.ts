/** When the records cannot be opened, were damaged, or the disk is full. */
export const trouble = {
  start: {
    next: '现在怎么办',
    folderInUse: {
      title: '已经有一个口径通在用这份数据',
      kept: '记录都在。同一份记录一次只能由一个口径通来写，所以这边先等着。',
      next: '请回到已经打开的那个窗口；要是找不到，就注销一下再登录，或者重启电脑。那边关掉以后，这里会自动接上。',
    },
    readOnlyFolder: {
      title: '数据文件夹写不进去',
      kept: '已有的记录一个字都没动。',
      next: '这个文件夹或者里面的文件是只读的，请系统管理员放开写权限。放开以后，这里会自动接上。',
    },
    storageFull: {
      title: '磁盘满了，记录打不开',
      kept: '之前记下的都在。',
      next: '请清理出几百 MB 空间，这里会自动接上。',
    },
    networkFolder: {
      title: '数据文件夹在网络共享盘上，不能用',
      kept: '这里一个字都没写。两台电脑同时写一个文件，记录会坏。',
      next: '请系统管理员把数据文件夹放到这台电脑自己的磁盘上，再打开口径通。',
    },
    syncFolder: {
      title: '数据文件夹在同步盘里，不能用',
      kept: '这里一个字都没写。同步盘会在记录写到一半时把文件拷走，记录会坏。',
      next: '请系统管理员把数据文件夹挪出 OneDrive、坚果云、Dropbox、iCloud 这类文件夹，再打开口径通。',
    },
    newerDatabase: {
      title: '这份记录是更新的版本写的',
      kept: '记录没有动过。',
      next: '请把这台电脑上的口径通也升到新版本。',
    },
    migrationFailed: {
      title: '升级记录时出了问题',
      kept: '已经退回升级前的样子，什么都没丢。',
      next: '请联系系统管理员，升级前的备份在数据文件夹的 backups 里。',
    },
    release: {
      title: '口径内容打不开',
      kept: '记录都在。',
      next: '安装的文件可能不完整，请重新安装口径通。',
    },
    dataFolder: {
      title: '数据文件夹现在用不了',
      kept: '已有的记录原样没动。',
      next: '请系统管理员看看这个文件夹，处理好以后会自动接上。',
    },
    internal: {
      title: '记录服务没能启动',
      kept: '记录都在。',
      next: '稍等会再试；一直这样就请告诉系统管理员。',
    },
  },
  full: {
    title: '磁盘满了，新的内容存不上',
    text: '之前记下的都在，查口径、复制不受影响。清理出一些空间，几秒钟后会自己恢复。',
  },
  findings: {
    lostTitle: '最后一小段记录没存住',
    lostTail:
      '多半是断过电，或者磁盘出了错：存到第 {{epoch}} 段第 {{seq}} 条，现在的文件里没有最后这一段。前面的和之后记的都在。',
    headTitle: '核对用的小文件对不上',
    head: '记录本身没有发现缺少。',
    offer: '备份里也许还有这一段：可以恢复到最近一份，也可以就这样接着用。',
    backups: '看看备份',
    goOn: '知道了，接着用',
    goneOn: '已经记下，接着用',
    onlyLead: '请值班长或系统管理员来决定。',
    noted_one: '另有 {{count}} 处早先的异常，已经有人看过。',
    noted_other: '另有 {{count}} 处早先的异常，已经有人看过。',
  },
  damage: {
    title: '记录文件坏了一处，先选怎么接着用',
    intro: '多半是磁盘出了问题。选哪一个都不会再丢东西：坏了的文件会原样留在一旁。',
    lostTitle: '记录文件读不出来了，要从备份恢复',
    lostIntro: '多半是磁盘出了问题。恢复不会再丢东西：坏了的文件会原样留在一旁。',
    looking: '正在看还有多少能读出来…',
    readTitle: '把还读得出来的都留下',
    read: '{{readable}} 条读得出来，{{unreadable}} 条读不出来。读得出来的全部保留，从这里接着记。',
    readAction: '留下读得出来的',
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
