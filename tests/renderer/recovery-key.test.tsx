import { fireEvent, screen, waitFor } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { openDesk } from './open-desk.tsx';
import { sampleStatus } from './sample-desk.ts';

describe('the recovery key', () => {
  it('is reminded of in amber, shown in its groups, and done only when the last group is typed as printed', async () => {
    const desk = await openDesk((core) => {
      core.status = { ...sampleStatus, state: 'needsRecoveryPrint' };
    });
    fireEvent.click(await waitFor(() => screen.getByRole('button', { name: '恢复密钥没打印' })));
    fireEvent.click(await waitFor(() => screen.getByRole('button', { name: '生成密钥' })));
    await waitFor(() => screen.getByRole('list', { name: '恢复密钥' }));
    expect(screen.getAllByRole('listitem').map((item) => item.textContent)).toEqual(
      expect.arrayContaining(['AAAAA', 'BBBBB', 'CCCCC']),
    );
    const field = screen.getByLabelText<HTMLInputElement>('照着纸上，输入最后一组');
    fireEvent.change(field, { target: { value: 'CCCCD' } });
    fireEvent.submit(field);
    await waitFor(() => screen.getByText('和刚生成的对不上，再看看纸上最后一组'));
    expect(field.value).toBe('CCCCD');
    fireEvent.change(field, { target: { value: 'CCCCC' } });
    fireEvent.submit(field);
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    await waitFor(() => expect(screen.queryByText('恢复密钥没打印')).toBeNull());
    expect(desk.core.status.state).toBe('ready');
  });

  it('can be put off, and the reminder stays', async () => {
    await openDesk((core) => {
      core.status = { ...sampleStatus, state: 'needsRecoveryPrint' };
    });
    fireEvent.click(await waitFor(() => screen.getByRole('button', { name: '恢复密钥没打印' })));
    fireEvent.click(await waitFor(() => screen.getByRole('button', { name: '以后再说' })));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(screen.getByRole('button', { name: '恢复密钥没打印' })).toBeTruthy();
  });

  it('is asked for when the data is there and its key is not; a refused one stays in the field', async () => {
    await openDesk((core) => {
      core.status = { ...sampleStatus, state: 'needsRecoveryKey' };
      core.person = null;
    });
    const field = await waitFor(() => screen.getByLabelText<HTMLInputElement>('恢复密钥'));
    fireEvent.change(field, { target: { value: 'aaaaa bbbbb' } });
    fireEvent.submit(field);
    await waitFor(() => screen.getByText('这把密钥是另一台电脑的，找找写着这台电脑的那张纸'));
    expect(field.value).toBe('aaaaa bbbbb');
  });
});
