import clsx from 'clsx';
import { Star } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Button } from '#renderer/ui/button.tsx';
import { KeyOf } from '#renderer/ui/kbd.tsx';

interface LineActionsProps {
  usable: boolean;
  filled: boolean;
  favourite: boolean;
  sayingCopies: boolean;
  /** The id of the sentence that says why copying is not possible. */
  reasonId: string;
  onCopy: () => void;
  onSay: () => void;
  onFavourite: () => void;
}

/** What can be done with the line. A line that is not in force keeps its buttons, with the reason above them. */
export function LineActions(props: LineActionsProps) {
  const { t } = useTranslation();
  const { usable, filled, favourite, sayingCopies } = props;
  const blocked = usable ? {} : { 'aria-disabled': true, 'aria-describedby': props.reasonId };
  return (
    <div className="flex flex-wrap items-center gap-2.5">
      <Button look={filled ? 'primary' : 'plain'} onClick={props.onCopy} {...blocked}>
        {t('line.copy')}
        <KeyOf id="copyLine" bare={filled} />
      </Button>
      <Button onClick={props.onSay} {...blocked}>
        {sayingCopies ? t('line.sayAndCopy') : t('line.say')}
        <KeyOf id="sayLine" />
      </Button>
      <Button onClick={props.onFavourite} aria-pressed={favourite}>
        <Star className={clsx('size-4', favourite ? 'fill-current text-accent' : 'text-ink-2')} aria-hidden />
        {t('line.favourite')}
        <KeyOf id="toggleFavourite" />
      </Button>
    </div>
  );
}
