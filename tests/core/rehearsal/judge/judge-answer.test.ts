import { describe, expect, test } from 'vitest';
import { shippedJudge } from '#bench/judge/judged-answers.ts';
import { judgeAnswer } from '#core/rehearsal/judge/judge-answer.ts';
import { shippedRelease } from '#tests/harness/shipped-release.ts';

const tools = shippedJudge(shippedRelease());
const turn = {
  says: '你们说好昨天修空调，我请了一天假白等了！',
  needs: ['acknowledge', 'apologise', 'nextStep', 'when'] as ('acknowledge' | 'apologise' | 'nextStep' | 'when')[],
  bestLine: 'bank/card-swallowed-here',
};
const judge = (text: string) => judgeAnswer({ text, turn, scenario: { scene: 'property' } }, tools);
const reasons = (text: string) => judge(text).points.map(({ reason }) => reason);

const GOOD = '请了一天假白等，换谁都窝火，对不起，是我们失约。我现在就联系师傅，今天下午四点前给您回话。';

test('an answer that holds everything the turn needs is good, each point with its words', () => {
  const verdict = judge(GOOD);
  expect(verdict.quality).toBe('good');
  expect(verdict.elements.missing).toEqual([]);
  expect(verdict.points.filter(({ delta }) => delta < 0)).toEqual([]);
  for (const { element, quote } of verdict.elements.found) {
    expect(quote, element).not.toBe('');
    for (const part of quote.split('、')) expect(GOOD).toContain(part);
  }
});

test('the score is fifty and the points, between nothing and a hundred', () => {
  for (const text of [GOOD, '请您耐心等待。', '您自己没在家，怪谁？', '对不起，我帮您看看。']) {
    const { score, points } = judge(text);
    const sum = 50 + points.reduce((total, { delta }) => total + delta, 0);
    expect(score, text).toBe(Math.round(Math.min(100, Math.max(0, sum))));
  }
});

test('other words for the same count the same: nothing hangs on exact wording', () => {
  const other = '假都请了还落空，是该有气，这是我们欠您的，给您赔个不是。师傅那边我这就去问，五点以前我打给您。';
  expect(judge(other).quality).toBe('good');
});

test('half of it is fair, and what is missing is named', () => {
  const verdict = judge('非常抱歉，我帮您看一下。');
  expect(verdict.quality).toBe('fair');
  expect(verdict.elements.missing).toContain('when');
  expect(reasons('非常抱歉，我帮您看一下。')).toContain('missing.when');
});

test('saying nothing is poor', () => {
  expect(judge('  ……  ')).toMatchObject({ quality: 'poor', score: 0 });
});

describe('one grave fault makes it poor', () => {
  test.each([
    ['blames', '您自己没接电话，师傅才走的。'],
    ['countersWithQuestion', '不是跟您说过要提前打电话吗？'],
    ['belittles', '不就等了一天吗，至于吗？'],
    ['dismisses', '您去投诉好了，投到哪儿都一样。'],
    ['orders', '您先冷静一下再跟我说话。'],
    ['threatens', '您再骂我就挂电话了。'],
    ['shirks', '师傅是外包公司的，您找他们去。'],
    ['defends', '合同上写着呢，您没看。'],
    ['guarantees', '包在我身上，今天肯定给您修好。'],
    ['asksForSecret', '您把收到的验证码念给我，我替您约。'],
    ['favours', '我私下给您插个队，您别说出去。'],
    ['begs', '求您别投诉，不然我的奖金就没了。'],
    ['runsDownColleague', '那个师傅一贯不负责，我们也烦他。'],
    ['giftsBeyondAuthority', '我给您免三个月的物业费，您消消气。'],
  ])('%s', (fault, text) => {
    expect(reasons(text)).toContain(`grave.${fault}`);
    expect(judge(text).quality).toBe('poor');
  });
});

describe('what only sounds like a fault is none', () => {
  test.each([
    '修好的时间我不敢保证，师傅几点到我四点前打给您。',
    '这不是您按错的，是我们没约好，对不起，我这就去问师傅。',
    '验证码您自己输，谁来要都别给，我在旁边陪您。',
    '修理的钱我做不了主，您的话我照实报给主管，五点前给您回话。',
  ])('%s', (text) => {
    expect(reasons(text).filter((reason) => reason.startsWith('grave.'))).toEqual([]);
  });
});

test('a fault in an answer that is good otherwise costs its rank, and is quoted', () => {
  const verdict = judge(`${GOOD}不过您也该提前打个电话。`);
  expect(verdict.quality).not.toBe('good');
  expect(verdict.points.find(({ reason }) => reason === 'grave.blames')?.quote).toContain('也该');
});

test('what the customer is quoted with is not held against the answer', () => {
  expect(reasons('您说“你们自己看着办”，这话我记下了。')).not.toContain('grave.dismisses');
});

test('set phrases earn nothing for feelings', () => {
  expect(judge('非常理解您的心情，请您耐心等待。').elements.missing).toContain('acknowledge');
});

test('a better line comes from the library: the one the turn names, else the nearest', () => {
  expect(judge('请稍等。').betterLine?.entryId).toBe('bank/card-swallowed-here');
  const { bestLine: _, ...unnamed } = turn;
  const asked = { text: '请稍等。', turn: { ...unnamed, says: '你们机器把我的卡吞了' }, scenario: { scene: 'bank' } };
  expect(judgeAnswer(asked, tools).betterLine?.entryId).toMatch(/^bank\//u);
});

test('words close to an approved line are told so', () => {
  const line = tools.line('bank/card-swallowed-here')?.text ?? '';
  const asked = { text: line, turn: { ...turn, says: '卡被吞了' }, scenario: { scene: 'bank' } };
  expect(judgeAnswer(asked, tools).points.map(({ reason }) => reason)).toContain('merit.nearApproved');
});
