import { MessageChannel as NodeMessageChannel } from 'node:worker_threads';
import { implement, ORPCError } from '@orpc/server';
import { RPCHandler } from '@orpc/server/message-port';
import { type LineUse, type LineView, libraryContract } from '#contract/library.ts';
import { type Person, peopleContract } from '#contract/people.ts';
import type { NoticeInForce, OtherEntry, SearchHit } from '#contract/search.ts';
import { type Settings, settingsContract } from '#contract/settings.ts';
import { type ChangeTopic, type SystemStatus, systemContract } from '#contract/system.ts';
import { spellingsOf } from '#core/search/spellings.ts';
import { renderSample, sampleLine, samplePeople, sampleStatus } from './sample-desk.ts';

/** The slices these screens speak to. */
const spokenContract = {
  system: systemContract,
  people: peopleContract,
  settings: settingsContract,
  library: libraryContract,
};

export interface FakeCore {
  lines: LineView[];
  /** What a search for a text finds; held back until `release` where a text is in `held`. */
  hits: (text: string) => SearchHit[];
  /** What a search finds beside the lines. */
  others: OtherEntry[];
  notices: NoticeInForce[];
  hold(text: string): void;
  release(text: string): void;
  /** What was recorded, newest first. */
  uses: LineUse[];
  status: SystemStatus;
  person: Person | null;
  /** How often each call came. */
  calls: Map<string, number>;
  announce(topics: ChangeTopic[]): void;
  subscribers(): number;
  /** A port to this core; closing `far` is the death of the core. */
  openPort(): { near: MessagePort; far: { close(): void } };
}

/** A core in memory that speaks the real contract over a real message port. */
export function fakeCore(): FakeCore {
  const held = new Map<string, { promise: Promise<void>; open: () => void }>();
  const listeners = new Set<(topics: ChangeTopic[]) => void>();
  let settings: Settings = { theme: 'light', textScale: 100, language: 'zh-CN' };

  const core: FakeCore = {
    lines: [sampleLine('a/first', '第一条'), sampleLine('a/second', '第二条'), sampleLine('a/third', '第三条')],
    hits: () => core.lines.map((line) => hitOf(line)),
    others: [],
    notices: [],
    hold(text) {
      let open = () => {};
      const promise = new Promise<void>((resolve) => {
        open = resolve;
      });
      held.set(text, { promise, open });
    },
    release: (text) => held.get(text)?.open(),
    uses: [],
    status: sampleStatus,
    person: samplePeople[0] ?? null,
    calls: new Map(),
    announce: (topics) => {
      for (const listener of listeners) listener(topics);
    },
    subscribers: () => listeners.size,
    openPort() {
      const { port1, port2 } = new NodeMessageChannel();
      handler.upgrade(port2 as unknown as MessagePort);
      port2.start();
      return { near: port1 as unknown as MessagePort, far: port2 };
    },
  };

  const os = implement(spokenContract);
  const count = (name: string) => core.calls.set(name, (core.calls.get(name) ?? 0) + 1);
  const use = (how: LineUse['how'], entryId: string, values: Record<string, string>) => {
    const line = core.lines.find((each) => each.entryId === entryId);
    if (!line) throw new Error(`no line ${entryId}`);
    const text = renderSample(line, values).text;
    const event: LineUse = {
      eventId: `event-${core.uses.length}`,
      atMs: Date.now(),
      how,
      entryId,
      version: 1,
      variant: 'standard',
      title: line.title,
      text,
      personName: core.person?.name ?? '',
    };
    core.uses.unshift(event);
    core.announce(['journal', 'library']);
    return { text, eventId: event.eventId };
  };

  const router = os.router({
    system: {
      status: os.system.status.handler(() => core.status),
      createRecoveryKey: os.system.createRecoveryKey.handler(() => ({ recoveryKey: 'AAAAA-BBBBB-CCCCC' })),
      confirmRecoveryKey: os.system.confirmRecoveryKey.handler(({ input, errors }) => {
        if (input.recoveryKey !== 'AAAAA-BBBBB-CCCCC') throw errors.recoveryKeyRefused({ data: { why: 'malformed' } });
        core.status = { ...core.status, state: 'ready' };
        return null;
      }),
      unlock: os.system.unlock.handler(({ errors }) => {
        throw errors.recoveryKeyRefused({ data: { why: 'wrongKey' } });
      }),
      damage: os.system.damage.handler(() => ({ backups: [], events: null, dataDir: '/data' })),
      restoreDamaged: os.system.restoreDamaged.handler(() => null),
      goOnWithReadable: os.system.goOnWithReadable.handler(() => null),
      acknowledgeFindings: os.system.acknowledgeFindings.handler(() => null),
      changes: os.system.changes.handler(async function* ({ signal }) {
        const waiting: ChangeTopic[][] = [];
        let wake = () => {};
        const listener = (topics: ChangeTopic[]) => {
          waiting.push(topics);
          wake();
        };
        listeners.add(listener);
        signal?.addEventListener('abort', () => wake());
        try {
          while (!signal?.aborted) {
            const topics = waiting.shift();
            if (topics) yield { topics };
            else
              await new Promise<void>((resolve) => {
                wake = resolve;
              });
          }
        } finally {
          listeners.delete(listener);
        }
      }),
    },
    people: {
      list: os.people.list.handler(() => samplePeople),
      current: os.people.current.handler(() => core.person),
      signIn: os.people.signIn.handler(({ input, errors }) => {
        const person = samplePeople.find((each) => each.id === input.personId);
        if (!person) throw errors.notFound({ data: { what: 'person', id: input.personId } });
        if (person.hasPin && input.pin !== '1234') throw errors.wrongPin({ data: { waitMs: 3_000 } });
        core.person = person;
        return person;
      }),
      signOut: os.people.signOut.handler(() => {
        core.person = null;
        return null;
      }),
      duties: os.people.duties.handler(() => []),
      setDuties: os.people.setDuties.handler(() => []),
      setPin: os.people.setPin.handler(({ errors }) => {
        throw errors.wrongPin({ data: { waitMs: 0 } });
      }),
      add: os.people.add.handler(({ errors }) => {
        throw errors.notAllowed({ data: { needs: ['administrator'] } });
      }),
      retire: os.people.retire.handler(() => null),
    },
    settings: {
      read: os.settings.read.handler(() => settings),
      change: os.settings.change.handler(({ input }) => {
        const { theme, textScale, language } = { ...settings, ...input };
        settings = {
          theme: theme ?? settings.theme,
          textScale: textScale ?? settings.textScale,
          language: language ?? settings.language,
        };
        return settings;
      }),
    },
    library: {
      search: os.library.search.handler(async ({ input }) => {
        count('library.search');
        await held.get(input.text)?.promise;
        const hits = core.hits(input.text);
        return { hits, notices: core.notices, others: core.others, total: hits.length, tookMs: 0.3 };
      }),
      spellings: os.library.spellings.handler(({ input }) => input.names.map(spellingsOf)),
      line: os.library.line.handler(({ input, errors }) => {
        count('library.line');
        const line = core.lines.find((each) => each.entryId === input.entryId);
        if (!line) throw errors.notFound({ data: { what: 'line', id: input.entryId } });
        return renderSample(line, input.values).view;
      }),
      atHand: os.library.atHand.handler(() =>
        core.lines.map((line) => ({
          entryId: line.entryId,
          kind: 'line' as const,
          title: line.title,
          excerpt: '',
          packTitle: line.packTitle,
          favourite: false,
          uses: 0,
        })),
      ),
      packs: os.library.packs.handler(() => []),
      copyLine: os.library.copyLine.handler(({ input }) => {
        count('library.copyLine');
        if (core.status.storage === 'full') throw new ORPCError('storageFull', { defined: true });
        return use('copied', input.entryId, input.values);
      }),
      sayLine: os.library.sayLine.handler(({ input }) => use('said', input.entryId, input.values)),
      setFavourite: os.library.setFavourite.handler(() => null),
      recentUses: os.library.recentUses.handler(() => {
        count('library.recentUses');
        return core.uses;
      }),
      reportMissing: os.library.reportMissing.handler(() => {
        count('library.reportMissing');
        return null;
      }),
    },
  });
  const handler = new RPCHandler(router);
  return core;
}

export function hitOf(line: LineView, more: Partial<SearchHit> = {}): SearchHit {
  return {
    entryId: line.entryId,
    title: line.title,
    titleMarks: [],
    excerpt: '',
    excerptMarks: [],
    reason: { how: 'exact' },
    near: false,
    kind: 'line',
    packTitle: line.packTitle,
    ...more,
  };
}
