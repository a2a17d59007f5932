import { keepPreviousData, type QueryClient, queryOptions, useQuery, useQueryClient } from '@tanstack/react-query';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import type { Person } from '#contract/people.ts';
import type { WorkOrderSummary } from '#contract/work-orders/view.ts';
import type { PlaceId } from '#renderer/app/desk-state.ts';
import { keyboardMap, type ShortcutId } from '#renderer/app/keyboard-map.ts';
import { placesFor } from '#renderer/app/places.ts';
import { useShortcutRunner } from '#renderer/app/shortcuts.tsx';
import type { CoreClient } from '#renderer/core-client/core-connection.ts';
import { useCore } from '#renderer/core-client/core-provider.tsx';
import { peopleQuery } from '#renderer/features/people/use-people.ts';
import { ordersQuery } from '#renderer/features/work-orders/use-orders.ts';
import type { Jump, JumpCandidate } from './find-jumps.ts';

export const NO_JUMPS: readonly Jump[] = [];

/** Whole sentences are what customers say, not what something of the desk is called. */
const LONGEST = 20;
const KEPT_MS = 20_000;

/** One letter says nothing yet; two Latin ones are mostly the beginning of a pinyin. */
const tells = (text: string) => text.length <= LONGEST && (/\p{Script=Han}{2}/u.test(text) || text.length >= 3);
const LETTERS = /^[a-z]+$/i;
const maybeNumber = (text: string) => /\d{2}/.test(text);

interface JumpSource {
  core: CoreClient;
  queries: QueryClient;
  t: TFunction;
  language: string;
  canRun: (id: ShortcutId) => boolean;
}

/** Orders, people, places and commands that what is in the box names. */
function jumpsQuery({ core, queries, t, language, canRun }: JumpSource, asked: string) {
  const text = asked.normalize('NFKC').trim();
  return queryOptions({
    queryKey: ['workOrders', 'jumps', text, language] as const,
    gcTime: KEPT_MS,
    queryFn: async (): Promise<readonly Jump[]> => {
      if (!tells(text)) return NO_JUMPS;
      const [{ findJumps }, people, orders] = await Promise.all([
        import('./find-jumps.ts'),
        // What cannot be read is not offered; the lines are what counts.
        queries.ensureQueryData(peopleQuery(core)).catch(() => []),
        maybeNumber(text) ? queries.ensureQueryData(ordersQuery(core)).catch(() => []) : [],
      ]);
      const here = queries.getQueryData<Person | null>(['people', 'current']);
      const { places, doable } = await queries.ensureQueryData(ownWords(t, language, here?.role));
      const named = [
        ...places,
        ...people.filter(({ id }) => id !== here?.id).map((person) => personJump(person, t)),
        ...doable.filter(({ target }) => canRun(target.command)),
      ];
      const spelt = LETTERS.test(text) ? await withSpellings(named, core, queries) : named;
      const found = findJumps(text, [...orders.map((order) => orderJump(order, t)), ...spelt]);
      return found.length === 0 ? NO_JUMPS : found;
    },
  });
}

/** What places and commands are called: the same for every letter of everything that is typed. */
const ownWords = (t: TFunction, language: string, role: Person['role'] | undefined) =>
  queryOptions({
    queryKey: ['frame', 'jumps', language, role ?? null],
    queryFn: () => ({
      places: placesFor(role).map(({ id }) => placeJump(id, t)),
      doable: commands.map((id) => commandJump(id, t)),
    }),
    staleTime: Number.POSITIVE_INFINITY,
  });

/** The names and how they are typed in letters; the names alone where the core cannot say. */
async function withSpellings(
  named: readonly JumpCandidate[],
  core: CoreClient,
  queries: QueryClient,
): Promise<readonly JumpCandidate[]> {
  const names = named.map((jump) => jump.names[0] ?? '');
  const spellings = await queries
    .ensureQueryData({
      queryKey: ['library', 'spellings', names],
      queryFn: () => core.library.spellings({ names }),
      staleTime: Number.POSITIVE_INFINITY,
    })
    .catch(() => []);
  return named.map((jump, i) => ({ ...jump, names: [...jump.names, ...(spellings[i] ?? [])] }));
}

const orderJump = ({ id, number, matter }: WorkOrderSummary, t: TFunction): JumpCandidate => ({
  key: `jump:order:${id}`,
  target: { to: 'order', workOrderId: id },
  label: t('search.openOrder', { number }),
  hint: matter,
  names: [number, number.replace(/\D/g, '')],
});

function placeJump(place: PlaceId, t: TFunction): JumpCandidate {
  const name = t(`frame.place.${place}`);
  const label = t('search.openPlace', { place: name });
  return { key: `jump:place:${place}`, target: { to: 'place', place }, label, hint: '', names: [name, label] };
}

const personJump = ({ id, name, role }: Person, t: TFunction): JumpCandidate => ({
  key: `jump:person:${id}`,
  target: { to: 'person', personId: id },
  label: t('search.switchTo', { name }),
  hint: t(`people.role.${role}`),
  names: [name],
});

const commandJump = (command: ShortcutId, t: TFunction) => {
  const label = t(`keyboard.${command}`);
  return {
    key: `jump:command:${command}`,
    target: { to: 'command', command },
    label,
    hint: '',
    names: [label],
  } as const;
};

/** Keys that do one thing by themselves. Those of the list and of the line need a line that is chosen. */
const commands: readonly ShortcutId[] = keyboardMap
  .filter(({ group, chords }) => group !== 'search' && group !== 'line' && !chords.some((chord) => /\d-\d/.test(chord)))
  .map(({ id }) => id);

function useJumpSource(): JumpSource {
  const core = useCore();
  const queries = useQueryClient();
  const { t, i18n } = useTranslation();
  const { canRun } = useShortcutRunner();
  return { core, queries, t, language: i18n.language, canRun };
}

/** What of the desk itself the box names; those before stay until the new ones are known. */
export function useJumps(asked: string): readonly Jump[] {
  const query = useQuery({ ...jumpsQuery(useJumpSource(), asked), placeholderData: keepPreviousData });
  return query.data ?? NO_JUMPS;
}

/** Waits until it is known what the box names. */
export function useSettledJumps(): (asked: string) => Promise<readonly Jump[]> {
  const source = useJumpSource();
  return (asked) => source.queries.ensureQueryData(jumpsQuery(source, asked));
}
