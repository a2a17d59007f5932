import type { CaptureField } from '#contract/library/capture-field.ts';
import type { Entry, EntryKind } from '#contract/library/release.ts';
import type { Fault, LibraryView } from './fault.ts';

interface Link {
  path: (string | number)[];
  to: string;
  kinds: readonly EntryKind[];
}

const WORDING: readonly EntryKind[] = ['line', 'courtesy'];
const GUIDES: readonly EntryKind[] = ['decisionTable', 'flow', 'specialCall', 'stepList'];

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
  return [...own, ...linksOfKind(entry)];
}

function linksOfKind(entry: Entry): Link[] {
  switch (entry.kind) {
    case 'line':
    case 'courtesy':
      return [
        ...list(['related'], entry.related, [...WORDING, ...GUIDES, 'productSheet', 'notice']),
        ...list(['forbidden'], entry.forbidden, ['forbidden']),
        ...list(['basis'], entry.basis, ['article']),
        ...list(['fragments'], entry.fragments, ['fragment']),
      ];
    case 'forbidden':
      return list(['related'], entry.related, [...WORDING, 'forbidden', 'rewording']);
    case 'decisionTable':
      return [
        ...entry.nodes.flatMap((node, index) =>
          node.type === 'finding' ? [{ path: ['nodes', index, 'line'], to: node.line, kinds: WORDING }] : [],
        ),
        ...askedWith(['fields'], entry.fields),
      ];
    case 'flow':
      return [
        ...list(['soothing'], entry.soothing, WORDING),
        ...entry.stages.flatMap((stage, index) => [
          ...list(['stages', index, 'suggested'], stage.suggested, WORDING),
          ...list(['stages', index, 'tables'], stage.tables, ['decisionTable']),
          ...askedWith(['stages', index, 'fields'], stage.fields),
        ]),
      ];
    case 'specialCall':
      return [
        ...said(entry.steps),
        ...entry.steps.flatMap((step, index) => [
          ...one(['steps', index, 'wait', 'apology'], step.wait?.apology, WORDING),
          ...one(['steps', index, 'leadsTo'], step.leadsTo, ['specialCall']),
        ]),
        ...askedWith(['fields'], entry.fields),
      ];
    case 'notice':
      return [
        ...one(['othersSay'], entry.othersSay, WORDING),
        ...list(['lines'], entry.lines, WORDING),
        ...list(['basis'], entry.basis, ['article']),
        ...list(['fragments'], entry.fragments, ['fragment']),
      ];
    case 'incidentPlan':
      return list(['lines'], entry.lines, [...WORDING, 'notice']);
    case 'article':
      return one(['supersededBy'], entry.supersededBy, ['article']);
    case 'productSheet':
      return list(['lines'], entry.lines, WORDING);
    case 'scenario':
      return entry.turns.flatMap((turn, index) => [
        ...one(['turns', index, 'bestLine'], turn.bestLine, WORDING),
        ...turn.answers.flatMap((answer, place) =>
          one(['turns', index, 'answers', place, 'line'], answer.line, WORDING),
        ),
      ]);
    case 'fragment':
      return list(['fragments'], entry.fragments, ['fragment']);
    case 'stepList':
      return said(entry.steps);
    case 'rewording':
    case 'synonyms':
    case 'stopPhrases':
      return [];
    default:
      return entry satisfies never;
  }
}

function one(path: (string | number)[], to: string | undefined, kinds: readonly EntryKind[]): Link[] {
  return to === undefined ? [] : [{ path, to, kinds }];
}

function said(steps: readonly { say?: string | undefined }[]): Link[] {
  return steps.flatMap(({ say }, index) => one(['steps', index, 'say'], say, WORDING));
}

function list(path: (string | number)[], ids: readonly string[], kinds: readonly EntryKind[]): Link[] {
  return ids.map((to, index) => ({ path: [...path, index], to, kinds }));
}

function askedWith(path: (string | number)[], fields: readonly CaptureField[]): Link[] {
  return fields.flatMap(({ askWith }, index) =>
    askWith === undefined ? [] : [{ path: [...path, index, 'askWith'], to: askWith, kinds: WORDING }],
  );
}
