import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { toFailure } from '#renderer/core-client/call-failure.ts';
import { useCore } from '#renderer/core-client/core-provider.tsx';
import { failureText } from '#renderer/i18n/explain-failure.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Field } from '#renderer/ui/field.tsx';
import { useTell } from '#renderer/ui/notice.tsx';

/** Server, one-time code and a name for this PC; what was typed stays when it is refused. */
export function EnrolForm() {
  const { t } = useTranslation();
  const core = useCore();
  const tell = useTell();
  const [serverUrl, setServerUrl] = useState('');
  const [code, setCode] = useState('');
  const [deskName, setDeskName] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const complete = [serverUrl, code, deskName].every((text) => text.trim() !== '');

  const enrol = async (event: FormEvent) => {
    event.preventDefault();
    if (!complete || busy) return;
    setBusy(true);
    setProblem(null);
    try {
      const joined = await core.sync.enrol({ serverUrl, code, deskName });
      tell({ tone: 'done', title: t('sync.enrolled', { site: joined.enrolment?.siteName }) });
    } catch (error) {
      setProblem(sayRefusal(error));
    } finally {
      setBusy(false);
    }
  };

  const sayRefusal = (error: unknown): string => {
    const failure = toFailure(error);
    if (failure.code === 'enrolmentRefused') return t(`sync.refused.${failure.data.why}`);
    if (failure.code === 'invalidInput') return t('sync.refused.typed');
    return failureText(failure.code, t);
  };

  return (
    <form onSubmit={enrol} className="flex max-w-[24rem] flex-col gap-3.5">
      <Field
        label={t('sync.server')}
        placeholder="https://"
        maxLength={200}
        autoComplete="off"
        value={serverUrl}
        onChange={(event) => setServerUrl(event.target.value)}
      />
      <Field
        label={t('sync.code')}
        hint={t('sync.codeHint')}
        maxLength={20}
        autoComplete="off"
        value={code}
        onChange={(event) => setCode(event.target.value)}
      />
      <Field
        label={t('sync.deskName')}
        maxLength={40}
        autoComplete="off"
        problem={problem}
        value={deskName}
        onChange={(event) => setDeskName(event.target.value)}
      />
      <Button look="primary" type="submit" aria-disabled={!complete || busy} className="self-start">
        {t('sync.enrol')}
      </Button>
    </form>
  );
}
