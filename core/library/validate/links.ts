import type { CaptureField } from '#contract/library/capture-field.ts';
import type { Entry, EntryKind } from '#contract/library/release.ts';
import type { Fault, LibraryView } from './fault.ts';

interface Link {
  path: (string | number)[];
  to: string;
  kinds: readonly EntryKind[];
}

const WORDING: readonly EntryKind[] = ['line', 'courtesy'];

/** Every link leads to an entry that exists, is of a fitting kind, is not the entry itself, and is given once. */
export function links(library: LibraryView): Fault[] {
  const kinds = new Map(library.entries.map(({ entry }) => [entry.id, entry.kind]));
  return library.entries.flatMap(({ entry }) => {
    const seen = new Set<string>();
    return linksOf(entry).flatMap((link) => {
      const kind = kinds.get(link.to);
      const list = `${link.path.slice(0, -1).join('.')} ${link.to}`;
      const doubled = typeof link.path.at(-1) === 'number' && seen.has(list);
      seen.add(list);
      const reason = doubled
        ? `${link.to} is listed twice`
        : link.to === entry.id
          ? 'the entry links to itself'
          : kind === undefined
            ? `there is no entry ${link.to}`
            : link.kinds.includes(kind)
              ? undefined
              : `${link.to} is a ${kind}; here belongs ${link.kinds.join(' or ')}`;
      return reason === undefined ? [] : [{ rule: 'links', entryId: entry.id, path: link.path, reason }];
    });
  });
}

/** Every scene of an entry is one that its pack names. */
export function scenes(library: LibraryView): Fault[] {
  const known = new Map(library.packs.map((pack) => [pack.id, new Set(pack.scenes.map((scene) => scene.id))]));
  return library.entries.flatMap(({ packId, entry }) => {
    if (!('scene' in entry) || known.get(packId)?.has(entry.scene)) return [];
    const reason = `the pack ${packId} has no scene ${entry.scene}; add it to pack.yaml or choose another`;
    return [{ rule: 'scenes', entryId: entry.id, path: ['scene'], reason }];
  });
}

function linksOf(entry: Entry): Link[] {
  const { replacedBy } = entry.provenance;
  const own: Link[] = replacedBy
    ? [{ path: ['provenance', 'replacedBy'], to: replacedBy, kinds: [entry.kind, ...WORDING] }]
    : [];
  switch (entry.kind) {
    case 'line':
    case 'courtesy':
      return [
        ...own,
        ...list(['related'], entry.related, [...WORDING, 'decisionTable', 'flow']),
        ...list(['forbidden'], entry.forbidden, ['forbidden']),
        // No kind of entry holds articles yet, so a basis cannot be given before one does.
        ...list(['basis'], entry.basis, []),
      ];
    case 'forbidden':
      return [...own, ...list(['related'], entry.related, [...WORDING, 'forbidden'])];
    case 'decisionTable':
      return [
        ...own,
        ...entry.nodes.flatMap((node, index) =>
          node.type === 'finding' ? [{ path: ['nodes', index, 'line'], to: node.line, kinds: WORDING }] : [],
        ),
        ...askedWith(['fields'], entry.fields),
      ];
    case 'flow':
      return [
        ...own,
        ...list(['soothing'], entry.soothing, WORDING),
        ...entry.stages.flatMap((stage, index) => [
          ...list(['stages', index, 'suggested'], stage.suggested, WORDING),
          ...list(['stages', index, 'tables'], stage.tables, ['decisionTable']),
          ...askedWith(['stages', index, 'fields'], stage.fields),
        ]),
      ];
    default:
      return entry satisfies never;
  }
}

function list(path: (string | number)[], ids: readonly string[], kinds: readonly EntryKind[]): Link[] {
  return ids.map((to, index) => ({ path: [...path, index], to, kinds }));
}

function askedWith(path: (string | number)[], fields: readonly CaptureField[]): Link[] {
  return fields.flatMap(({ askWith }, index) =>
    askWith === undefined ? [] : [{ path: [...path, index, 'askWith'], to: askWith, kinds: WORDING }],
  );
}
