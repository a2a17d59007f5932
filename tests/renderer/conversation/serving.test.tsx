import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { signInAs } from '#tests/harness/open-core.ts';
import { BUSY, openServingDesk, type ServingDesk, startServing } from './open-serving-desk.tsx';

// A busy PC takes its time; what is waited for decides, not the clock.
vi.setConfig({ testTimeout: 60_000 });

let desk: ServingDesk | null = null;
afterEach(() => desk?.close());

async function serving(): Promise<ServingDesk> {
  desk = await openServingDesk();
  await startServing(desk);
  return desk;
}

const field = (label: string) => screen.getByRole<HTMLInputElement>('textbox', { name: label });
const current = (open: ServingDesk) => open.opened.client.conversation.current();

describe('serving a customer', () => {
  it('starts with whatever is known and shows how to address the customer', async () => {
    const open = await serving();
    expect(within(open.column()).getByText('王女士')).toBeTruthy();
    expect(await current(open)).toMatchObject({ stage: 'accept', customer: { name: '王', title: '女士' } });
  });

  it('starts with Enter right behind Ctrl+N, also before the form has been fetched', async () => {
    desk = await openServingDesk();
    desk.press('n', { ctrlKey: true });
    await waitFor(() => expect(document.activeElement?.closest('aside')).toBe(desk?.column()));
    const form = document.activeElement?.closest('form');
    desk.press('Enter');
    // A real browser sends the form it has the focus in; this one leaves that to the test.
    if (form) fireEvent.submit(form);
    await waitFor(() => screen.getByRole('list', { name: '四个环节' }), BUSY);
    expect((await desk.opened.client.library.recentUses({ limit: 5 })).length, 'and copies nothing').toBe(0);
  });

  it('reminds of the site’s figures where a call is begun, and holds the greeting against its own', async () => {
    desk = await openServingDesk();
    await signInAs(desk.opened, 'lead');
    await desk.opened.client.siteRules.change({
      set: { pickUpToRing: 4, pickUpLatestRing: 5, greetingWithinSeconds: 1, microphoneToCentimetres: 7 },
    });
    await signInAs(desk.opened, 'agent');
    desk.press('n', { ctrlKey: true });
    const phone = await waitFor(() => within(desk?.column() as HTMLElement).getByRole('radio', { name: '电话' }), BUSY);
    expect(screen.queryByText(/响 2 到/)).toBeNull();
    fireEvent.click(phone);
    for (const norm of ['响 2 到 4 声接，最晚第 5 声', '接通 1 秒内问好', '嘴离话筒 3 到 7 厘米']) {
      await waitFor(() => screen.getByText(norm), BUSY);
    }
    fireEvent.submit(screen.getByRole('textbox', { name: '称呼' }));
    const clocks = () => screen.getAllByRole('timer').map(({ textContent }) => textContent);
    await waitFor(() => expect(clocks()).toContainEqual(expect.stringMatching(/^接通 .*，先问好$/)), BUSY);
  });

  it('ticks by key, and never shows a tick that is not stored', async () => {
    const open = await serving();
    open.press('2', { altKey: true, shiftKey: true });
    await waitFor(() => expect(screen.getAllByRole<HTMLInputElement>('checkbox')[1]?.checked).toBe(true));
    expect((await current(open))?.required[1]?.ticked).toBe(true);
  });

  it('refuses to go on, says what is missing and leads to the first of it', async () => {
    const open = await serving();
    open.press('PageDown', { altKey: true });
    await waitFor(() => expect(document.activeElement).toBe(screen.getAllByRole('checkbox')[0]));
    expect(within(open.column()).getByText(/还差 6 项：先安抚/)).toBeTruthy();
    expect((await current(open))?.stage).toBe('accept');
  });

  it('keeps what is typed while the core is away and stores it when it is back', async () => {
    const open = await serving();
    open.lose();
    fireEvent.change(field('什么事'), { target: { value: '三天打不出电话' } });
    fireEvent.blur(field('什么事'));
    await waitFor(() => within(open.column()).getByText('还没存上，连上就自动再存'));
    expect(field('什么事').value).toBe('三天打不出电话');
    open.comeBack();
    await waitFor(async () =>
      expect((await current(open))?.fields.find((each) => each.id === 'matter')?.value).toBe('三天打不出电话'),
    );
    expect(field('什么事').value).toBe('三天打不出电话');
  });

  it('says under the number what does not fit, and leaves it there', async () => {
    await serving();
    fireEvent.click(screen.getByRole('button', { name: /王女士/ }));
    const phone = await waitFor(() => screen.getByRole<HTMLInputElement>('textbox', { name: '号码' }));
    fireEvent.change(phone, { target: { value: '没有号码' } });
    fireEvent.submit(phone);
    await waitFor(() => screen.getByText('号码只有数字，3 到 20 位'));
    expect(phone.value).toBe('没有号码');
  });

  it('shows a step that was done elsewhere as soon as it is stored', async () => {
    const open = await serving();
    const view = await current(open);
    const action = view?.required[0];
    if (!view || !action) throw new Error('there is no conversation');
    await open.opened.client.conversation.tickAction({ conversationId: view.id, stage: 'accept', actionId: action.id });
    await waitFor(() => expect(screen.getAllByRole<HTMLInputElement>('checkbox')[0]?.checked).toBe(true));
  });

  it('underlines what must not be said in the note and puts the rewording in its place', async () => {
    const open = await serving();
    const note = field('记录');
    fireEvent.change(note, { target: { value: '我跟他说没办法。' } });
    await waitFor(() => within(open.column()).getByText('推诿客户'), BUSY);
    note.focus();
    open.press('.', { ctrlKey: true });
    await waitFor(() => expect(note.value).not.toContain('没办法'));
    expect(note.value.startsWith('我跟他说')).toBe(true);
    await waitFor(async () => expect((await current(open))?.note).toBe(note.value));
  });

  it('sets one customer aside for the next and takes up either by one key', async () => {
    const open = await serving();
    await startServing(open);
    await waitFor(() => within(open.column()).getByRole('button', { name: /接着办/ }));
    open.press('P', { ctrlKey: true, shiftKey: true });
    await waitFor(() => expect(within(open.column()).getAllByRole('button', { name: /接着办/ })).toHaveLength(2));
    open.press('2', { altKey: true });
    await waitFor(() => screen.getByRole('list', { name: '四个环节' }));
    expect(await current(open)).not.toBeNull();
  });

  it('hears Enter right behind an answer in a special call, for the step the answer leads to', async () => {
    desk = await openServingDesk();
    const { specialCalls } = desk.opened.client;
    await specialCalls.start({ entryId: 'special-calls/rescue' });
    const player = await waitFor(() => screen.getByRole('form', { name: '特殊来电' }), BUSY);
    desk.press('3', { altKey: true });
    fireEvent.submit(player);
    await waitFor(
      async () => expect((await specialCalls.current())?.step).toMatchObject({ id: 'where', said: true }),
      BUSY,
    );
    await waitFor(() => within(player).getByRole('textbox', { name: '在哪里' }), BUSY);
    desk.press('PageDown', { altKey: true });
    await waitFor(() => expect(document.activeElement?.id).toBe('special-call-field-location'), BUSY);
    desk.press('PageUp', { altKey: true });
    await waitFor(() => within(player).getByRole('heading', { name: '问伤没伤人，请退到安全处' }), BUSY);
    fireEvent.submit(player);
    await waitFor(
      async () => expect((await specialCalls.current())?.step).toMatchObject({ id: 'safeFirst', said: true }),
      BUSY,
    );
  });
});
