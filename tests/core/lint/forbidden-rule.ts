import { type Forbidden, forbiddenSchema } from '#contract/library/forbidden.ts';

/** A whole rule from the few things a test cares about. */
export function forbiddenRule(id: string, rule: Partial<Forbidden> & Pick<Forbidden, 'matchers'>): Forbidden {
  return forbiddenSchema.parse({
    kind: 'forbidden',
    id: `forbidden/${id}`,
    title: `规则 ${id}`,
    provenance: { owner: '投诉管理员', effectiveFrom: '2026-01-01' },
    class: 'interrogating',
    reason: '听起来像在怪客户。',
    rewording: '我再讲清楚一点。',
    fails: ['示例不通过'],
    passes: ['示例通过'],
    ...rule,
  });
}
