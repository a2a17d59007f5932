/** What happened, what was kept, what to do next; one entry for every error code. */
export const errors = {
  notSignedIn: { what: '还没有人签到', kept: '您输入的内容还在。', next: '先选一下自己的名字。' },
  notAllowed: { what: '这一步您的岗位不能做', kept: '什么都没有改动。', next: '请找有权限的同事。' },
  notFound: { what: '要找的内容不在了', kept: '您输入的内容还在。', next: '重新搜一下就好。' },
  wrongPin: { what: '密码不对', kept: '什么都没有改动。', next: '再试一次。' },
  lineNotUsable: { what: '这条口径现在不能用', kept: '没有复制，也没有记入。', next: '看看替代的那条。' },
  variablesMissing: { what: '还有空没填', kept: '填好的都在。', next: '把标黄的地方填上。' },
  locked: { what: '记录还锁着', kept: '记录都在，没有丢。', next: '请输入恢复密钥。' },
  recoveryKeyRefused: { what: '恢复密钥没通过', kept: '您输入的还在，记录没有动。', next: '对着纸再看一遍。' },
  stepRefused: { what: '这一步还差点东西', kept: '已经做的都记着。', next: '把缺的补上再往下走。' },
  outOfDate: { what: '刚刚有人改过了', kept: '您输入的内容还在。', next: '看一眼最新的，再做一次。' },
  storageFull: { what: '磁盘满了，这一步没有存上', kept: '之前记下的都在。', next: '腾出一些空间再试。' },
  coreUnavailable: {
    what: '本机记录服务正在重启',
    kept: '您输入的内容都在。',
    next: '几秒后会自己恢复，再按一次就行。',
  },
  timedOut: { what: '等得太久，没有回音', kept: '您输入的内容还在。', next: '看看右边有没有记上，没有就再试一次。' },
  invalidInput: { what: '填的内容有一处不合要求', kept: '您输入的内容还在。', next: '改一下再试。' },
  unknownCall: { what: '程序的两部分版本不一致', kept: '记录都在。', next: '重新启动口径通。' },
  internal: { what: '程序出了点问题', kept: '已经记下的都在。', next: '再试一次；还不行就告诉系统管理员。' },
};
