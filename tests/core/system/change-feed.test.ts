import { expect, test } from 'vitest';
import { createChangeFeed } from '#core/system/change-feed.ts';

test('a follower gets what was announced while it was away, each topic once', async () => {
  const feed = createChangeFeed<'a' | 'b'>();
  const follower = feed.follow(undefined);
  const first = follower.next();
  feed.announce(['a']);
  expect((await first).value).toEqual({ topics: ['a'] });
  feed.announce(['a']);
  feed.announce(['b', 'a']);
  expect((await follower.next()).value).toEqual({ topics: ['a', 'b'] });
});

test('following ends when the caller goes away or the feed ends', async () => {
  const feed = createChangeFeed<'a'>();
  const stop = new AbortController();
  const aborted = feed.follow(stop.signal).next();
  stop.abort();
  expect((await aborted).done).toBe(true);
  const ended = feed.follow(undefined).next();
  feed.end();
  expect((await ended).done).toBe(true);
});
