import { isDefinedError, safe } from '@orpc/client';
import { afterEach, describe, expect, test } from 'vitest';
import { type OpenCore, openCore, signInAs } from '#tests/harness/open-core.ts';

let opened: OpenCore;
afterEach(() => opened.remove());

async function codeOf(call: Promise<unknown>): Promise<string> {
  const [error] = await safe(call);
  if (error && isDefinedError(error)) return (error as { code: string }).code;
  return error ? `undefined error: ${String(error)}` : 'no error';
}

describe('people', () => {
  test('a fresh desk offers one sample person for every role and nobody is signed in', async () => {
    opened = await openCore();
    const people = await opened.client.people.list();
    expect(people.map((person) => person.role)).toEqual([
      'agent',
      'trainee',
      'lead',
      'reviewer',
      'handler',
      'administrator',
    ]);
    expect(people.every((person) => person.sample && !person.hasPin)).toBe(true);
    expect(await opened.client.people.current()).toBeNull();
  });

  test('whoever is picked is at the desk, also after the core was restarted', async () => {
    opened = await openCore();
    const person = await signInAs(opened, 'agent');
    opened = await opened.reopen();
    expect(await opened.client.people.current()).toEqual(person);
    expect(await opened.client.people.list()).toHaveLength(6);
  });

  test('a person with a PIN signs in again after the app was started anew, one without goes on', async () => {
    opened = await openCore();
    const person = await signInAs(opened, 'agent');
    opened = await opened.reopen({ runId: 'run-2' });
    expect((await opened.client.people.current())?.id).toBe(person.id);
    await opened.client.people.setPin({ pin: '4821' });
    opened = await opened.reopen({ runId: 'run-2' });
    expect((await opened.client.people.current())?.id).toBe(person.id);
    opened = await opened.reopen({ runId: 'run-3' });
    expect(await opened.client.people.current()).toBeNull();
  });

  test('a PIN must be right, and after five wrong ones the desk waits longer each time', async () => {
    opened = await openCore();
    const person = await signInAs(opened, 'lead');
    await opened.client.people.setPin({ pin: '4821' });
    await opened.client.people.signOut();
    expect(await codeOf(opened.client.people.signIn({ personId: person.id }))).toBe('wrongPin');
    for (let wrong = 0; wrong < 5; wrong += 1) {
      expect(await codeOf(opened.client.people.signIn({ personId: person.id, pin: '0000' }))).toBe('wrongPin');
    }
    expect(await codeOf(opened.client.people.signIn({ personId: person.id, pin: '4821' }))).toBe('wrongPin');
    opened.clock.advance(30_001);
    expect((await opened.client.people.signIn({ personId: person.id, pin: '4821' })).id).toBe(person.id);
  });

  test('changing or removing a PIN needs the one there is', async () => {
    opened = await openCore();
    await signInAs(opened, 'agent');
    await opened.client.people.setPin({ pin: '4821' });
    expect(await codeOf(opened.client.people.setPin({ pin: null }))).toBe('wrongPin');
    expect((await opened.client.people.setPin({ currentPin: '4821', pin: null })).hasPin).toBe(false);
  });

  test('only an administrator adds and retires people; whoever is retired leaves the desk and the list', async () => {
    opened = await openCore();
    await signInAs(opened, 'agent');
    expect(await codeOf(opened.client.people.add({ name: '赵一', role: 'agent' }))).toBe('notAllowed');
    await signInAs(opened, 'administrator');
    const added = await opened.client.people.add({ name: '赵一', role: 'agent' });
    await opened.client.people.signIn({ personId: added.id });
    await signInAs(opened, 'administrator');
    await opened.client.people.retire({ personId: added.id });
    expect((await opened.client.people.list()).map((person) => person.id)).not.toContain(added.id);
    expect(await codeOf(opened.client.people.signIn({ personId: added.id }))).toBe('notFound');
  });

  test('a command without anybody at the desk is refused as not signed in', async () => {
    opened = await openCore();
    expect(await codeOf(opened.client.settings.change({ theme: 'dark' }))).toBe('notSignedIn');
  });
});
