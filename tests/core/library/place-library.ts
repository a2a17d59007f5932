import { createHash } from 'node:crypto';
import { type Entry, entrySchema, type Release } from '#contract/library/release.ts';

/** A small pack of two scenes; the hash of each entry follows its content, as in a real release. */
export function placeRelease(version: string, entries: readonly Entry[]): Release {
  return {
    format: 1,
    version,
    packs: [
      {
        id: 'telecom',
        title: '电信营业厅',
        description: '测试用的一小包口径',
        locale: 'zh-CN',
        scenes: [
          { id: 'network', label: '网络' },
          { id: 'billing', label: '账单' },
        ],
      },
    ],
    entries: entries.map((entry) => ({
      packId: 'telecom',
      entryHash: createHash('sha256').update(JSON.stringify(entry)).digest('hex'),
      entry,
    })),
  };
}

interface LineParts {
  title?: string;
  scene?: string;
  stage?: string;
  standard?: string;
  basis?: string[];
  provenance?: object;
}

export function placeLine(slug: string, parts: LineParts = {}): Entry {
  const {
    title = `${slug} 的说法`,
    scene = 'network',
    standard = `${slug}，我马上给您查。`,
    basis = [],
    ...rest
  } = parts;
  return entrySchema.parse({
    kind: 'line',
    id: `telecom/${slug}`,
    title,
    scene,
    ...(rest.stage ? { stage: rest.stage } : {}),
    channels: ['counter', 'phone'],
    variants: { standard, short: '马上查。' },
    basis,
    provenance: { owner: '投诉管理岗', effectiveFrom: '2026-01-01', ...rest.provenance },
  });
}

export function placeArticle(slug: string, more: object = {}): Entry {
  return entrySchema.parse({
    kind: 'article',
    id: `telecom/${slug}`,
    title: `${slug} 条`,
    scene: 'billing',
    lawName: '消费者权益保护法',
    articleNo: '第八条',
    summary: '消费者有权知道所买商品和服务的真实情况。',
    effectiveFrom: '2014-03-15',
    status: 'inForce',
    provenance: { owner: '法务', effectiveFrom: '2026-01-01' },
    ...more,
  });
}
