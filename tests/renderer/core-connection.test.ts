import { QueryClient, QueryObserver } from '@tanstack/react-query';
import { describe, expect, it, vi } from 'vitest';
import { CallFailure, toFailure } from '#renderer/core-client/call-failure.ts';
import { createCoreConnection } from '#renderer/core-client/core-connection.ts';
import { followChanges } from '#renderer/core-client/follow-changes.ts';
import { fakeCore } from './fake-core.ts';

const failureOf = async (call: Promise<unknown>) =>
  call.then(
    () => null,
    (error: unknown) => toFailure(error),
  );

function connected(timeoutMs?: number) {
  const core = fakeCore();
  const connection = createCoreConnection(timeoutMs);
  const { near, far } = core.openPort();
  connection.attach(near);
  return { core, connection, far };
}

describe('the way to the core', () => {
  it('answers calls over the port', async () => {
    const { connection } = connected();
    expect((await connection.client.people.list()).map((person) => person.name)).toEqual(['张敏', '何静']);
  });

  it('fails calls with coreUnavailable before the first port', async () => {
    const connection = createCoreConnection();
    expect(await failureOf(connection.client.people.list())).toMatchObject({ code: 'coreUnavailable' });
  });

  it('fails a call in flight when the core is lost, and new ones until the next port', async () => {
    const { core, connection } = connected();
    core.hold('慢');
    const inFlight = failureOf(connection.client.library.search({ text: '慢' }));
    await vi.waitFor(() => expect(core.calls.get('library.search')).toBe(1));
    connection.lose({ kind: 'unavailable', reason: 'crashed', retryInMs: 100 });
    expect(await inFlight).toMatchObject({ code: 'coreUnavailable' });
    expect(await failureOf(connection.client.people.list())).toMatchObject({ code: 'coreUnavailable' });
    connection.attach(core.openPort().near);
    expect(await connection.client.people.list()).toHaveLength(2);
  });

  it('notices by itself that the other end of the port is gone', async () => {
    const { core, connection, far } = connected();
    core.hold('慢');
    const inFlight = failureOf(connection.client.library.search({ text: '慢' }));
    await vi.waitFor(() => expect(core.calls.get('library.search')).toBe(1));
    far.close();
    expect(await inFlight).toMatchObject({ code: 'coreUnavailable' });
    expect(connection.state().kind).toBe('unavailable');
  });

  it('fails a call that takes too long with timedOut, and only that one', async () => {
    const { core, connection } = connected(60);
    core.hold('慢');
    const slow = failureOf(connection.client.library.search({ text: '慢' }));
    expect(await connection.client.people.list()).toHaveLength(2);
    expect(await slow).toMatchObject({ code: 'timedOut' });
    expect(connection.state().kind).toBe('connected');
  });

  it('gives a call the time it asks for', async () => {
    const { core, connection } = connected(40);
    core.hold('慢');
    setTimeout(() => core.release('慢'), 120);
    const found = await connection.client.library.search({ text: '慢' }, { context: { timeoutMs: 5_000 } });
    expect(found.total).toBe(3);
  });

  it('carries the data of a failure that the contract declares', async () => {
    const { connection } = connected();
    const failure = await failureOf(connection.client.people.signIn({ personId: 'p2', pin: '9999' }));
    expect(failure).toEqual({ code: 'wrongPin', data: { waitMs: 3_000 } });
  });

  it('names input that the contract refuses and calls that nobody knows', async () => {
    const { connection } = connected();
    expect(await failureOf(connection.client.library.search({ text: 'x', limit: 0 }))).toMatchObject({
      code: 'invalidInput',
    });
    const strange = connection.client as unknown as { nowhere: { nothing: () => Promise<unknown> } };
    expect(await failureOf(strange.nowhere.nothing())).toMatchObject({ code: 'unknownCall' });
  });

  it('takes everything nobody foresaw for internal', () => {
    expect(toFailure(new TypeError('x'))).toEqual({ code: 'internal', data: undefined });
    expect(toFailure(new CallFailure({ code: 'locked', data: undefined }))).toMatchObject({ code: 'locked' });
  });
});

describe('pushed changes', () => {
  function watch(key: string) {
    const queries = new QueryClient({
      defaultOptions: { queries: { staleTime: Number.POSITIVE_INFINITY, retry: false } },
    });
    const queryFn = vi.fn(async () => key);
    const stop = new QueryObserver(queries, { queryKey: [key, 'thing'], queryFn }).subscribe(() => {});
    return { queries, queryFn, stop };
  }

  it('read again what belongs to their topic, and nothing else', async () => {
    const { core, connection } = connected();
    const library = watch('library');
    const stop = followChanges(connection, library.queries);
    await vi.waitFor(() => expect(core.subscribers()).toBe(1));
    expect(library.queryFn).toHaveBeenCalledTimes(1);
    core.announce(['people']);
    core.announce(['library']);
    await vi.waitFor(() => expect(library.queryFn).toHaveBeenCalledTimes(2));
    stop();
    library.stop();
  });

  it('are subscribed to again after a reconnect, and everything is read again', async () => {
    const { core, connection, far } = connected();
    const people = watch('people');
    const stop = followChanges(connection, people.queries);
    await vi.waitFor(() => expect(core.subscribers()).toBe(1));
    far.close();
    await vi.waitFor(() => expect(connection.state().kind).toBe('unavailable'));
    const before = people.queryFn.mock.calls.length;
    connection.attach(core.openPort().near);
    await vi.waitFor(() => expect(people.queryFn.mock.calls.length).toBe(before + 1));
    await vi.waitFor(() => expect(core.subscribers()).toBeGreaterThan(0));
    core.announce(['people']);
    await vi.waitFor(() => expect(people.queryFn.mock.calls.length).toBe(before + 2));
    stop();
    people.stop();
  });
});
