import { globSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { EventDeclaration } from '#contract/declare-event.ts';
import { PROJECT_ROOT } from '#tools/runtime/provision.ts';

/** Fields of events that take any text, by kind: the paths of strings that are no id, no choice and follow no pattern. */
export async function freeTexts(): Promise<Map<string, string[]>> {
  const texts = new Map<string, string[]>();
  for (const file of globSync('contract/**/*.ts', { cwd: PROJECT_ROOT }).sort()) {
    const exported: Record<string, unknown> = await import(pathToFileURL(join(PROJECT_ROOT, file)).href);
    for (const { kind, payload } of Object.values(exported).flatMap(declarationsIn)) {
      const paths = new Set(texts.get(kind));
      walk(payload, '', paths);
      if (paths.size > 0) texts.set(kind, [...paths].sort());
    }
  }
  return texts;
}

/** An event, or those of a record of events. */
function declarationsIn(exported: unknown): EventDeclaration[] {
  if (exported === null || typeof exported !== 'object') return [];
  return isDeclaration(exported) ? [exported] : Object.values(exported).filter(isDeclaration);
}

const isDeclaration = (value: unknown): value is EventDeclaration =>
  value !== null && typeof value === 'object' && 'schemaVersion' in value && 'payload' in value && 'kind' in value;

interface Definition {
  readonly type: string;
  readonly shape?: Readonly<Record<string, unknown>>;
  readonly options?: readonly unknown[];
  readonly element?: unknown;
  readonly valueType?: unknown;
  readonly innerType?: unknown;
  readonly in?: unknown;
  readonly getter?: () => unknown;
}

const IDS = /(?:^|\.)(?:id|ids|[a-zA-Z]*(?:Ids?|Hash|Hashes))$/;

function walk(schema: unknown, path: string, into: Set<string>, depth = 0): void {
  const zod = (schema as { _zod?: { def: Definition; bag: { patterns?: ReadonlySet<unknown> } } } | undefined)?._zod;
  if (zod === undefined || depth > 16) return;
  const { type, shape = {}, options = [], element, valueType, innerType, getter } = zod.def;
  if (type === 'string' && (zod.bag.patterns?.size ?? 0) === 0 && !IDS.test(path)) into.add(path);
  for (const [name, field] of Object.entries(shape))
    walk(field, path === '' ? name : `${path}.${name}`, into, depth + 1);
  for (const inner of [...options, element, valueType, innerType, zod.def.in, getter?.()]) {
    walk(inner, path, into, depth + 1);
  }
}

/**
 * How what a person wrote in an event goes again, by kind or by noun. `customer`, `alert`, `searches`, `rehearsal`: under that
 * subject, found by name and number. `colleague`: of somebody who works here. `wording`, `site`, `desk`: of nobody in
 * particular: the library, the site's own settings, what the desk says of itself. `open`: about a matter and not about a
 * person, and without a subject: it stays.
 */
const GOES: Readonly<
  Record<string, 'customer' | 'alert' | 'searches' | 'rehearsal' | 'colleague' | 'wording' | 'site' | 'desk' | 'open'>
> = {
  alert: 'alert',
  conversation: 'customer',
  'conversation.definitionPinned': 'wording',
  sharedConversation: 'customer',
  'sharedConversation.definitionTold': 'wording',
  specialCall: 'customer',
  'specialCall.definitionPinned': 'wording',
  slip: 'customer',
  workOrder: 'customer',
  'shift.promiseNoted': 'customer',
  'shift.ended': 'desk',
  'record.numberShown': 'customer',
  'record.figuresKept': 'desk',
  'search.failed': 'searches',
  'search.missingReported': 'searches',
  'rehearsal.started': 'rehearsal',
  'rehearsal.moved': 'rehearsal',
  'rehearsal.rolePlayNoted': 'rehearsal',
  'rehearsal.rolePlayScored': 'colleague',
  'rehearsal.scored': 'colleague',
  'rehearsal.sheetScored': 'colleague',
  'rehearsal.assigned': 'colleague',
  person: 'colleague',
  personalLine: 'colleague',
  drill: 'colleague',
  wording: 'wording',
  'wording.draftCommented': 'open',
  'wording.draftReviewed': 'open',
  release: 'wording',
  siteRules: 'site',
  sync: 'desk',
  backup: 'desk',
  journal: 'desk',
  recoveryKey: 'desk',
  usage: 'desk',
  incident: 'open',
  // Values of a customer stand there as labels in brackets; of what was typed only what the line itself says.
  line: 'wording',
};

export const goes = (kind: string) => GOES[kind] ?? GOES[kind.slice(0, kind.indexOf('.'))];
