import { describe, expect, it } from 'vitest';
import { threeWay } from '#core/workshop/three-way.ts';

const base = {
  title: '封阳台',
  keywords: ['阳台', '封窗'],
  variants: { standard: '您先别急。这件事我来帮您问。今天给您答复。', short: '我来帮您问。' },
  variables: [{ name: 'customerName', label: '称呼' }],
};

describe('bringing two edits of one entry together', () => {
  it('takes both where they are about different keys, and asks nobody', () => {
    const { value, fields } = threeWay(
      base,
      { ...base, title: '封阳台怎么申请' },
      { ...base, keywords: ['阳台', '封窗', '包阳台'] },
    );
    expect(value).toEqual({ ...base, title: '封阳台怎么申请', keywords: ['阳台', '封窗', '包阳台'] });
    expect(fields).toEqual([]);
  });

  it('takes both sentences where they changed different ones of the same text', () => {
    const mine = { ...base, variants: { ...base.variants, standard: '您先坐。这件事我来帮您问。今天给您答复。' } };
    const theirs = {
      ...base,
      variants: { ...base.variants, standard: '您先别急。这件事我来帮您问。下午五点前给您答复。' },
    };
    const { value, fields } = threeWay(base, mine, theirs);
    expect(value.variants.standard).toBe('您先坐。这件事我来帮您问。下午五点前给您答复。');
    expect(fields.map(({ path, merged }) => [path, merged !== null])).toEqual([['variants.standard', true]]);
  });

  it('keeps both texts for a person where they changed the same sentence', () => {
    const mine = { ...base, variants: { ...base.variants, short: '我马上帮您问。' } };
    const theirs = { ...base, variants: { ...base.variants, short: '我去问清楚。' } };
    const { value, fields } = threeWay(base, mine, theirs);
    expect(value.variants.short).toBe('我马上帮您问。');
    expect(fields).toEqual([
      { path: 'variants.short', before: '我来帮您问。', mine: '我马上帮您问。', theirs: '我去问清楚。', merged: null },
    ]);
  });

  it('keeps what one changed and the other took away', () => {
    const mine = { ...base, variables: [{ name: 'customerName', label: '您的称呼' }] };
    const theirs = { ...base, variables: [] };
    expect(threeWay(base, mine, theirs).value.variables).toEqual([{ name: 'customerName', label: '您的称呼' }]);
  });
});
