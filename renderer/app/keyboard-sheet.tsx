import { useTranslation } from 'react-i18next';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { Kbd } from '#renderer/ui/kbd.tsx';
import { printChord } from './chord.ts';
import { type KeyGroup, keyboardMap } from './keyboard-map.ts';

const groups: readonly KeyGroup[] = ['search', 'line', 'talk', 'rehearsal', 'library', 'frame'];

/** Every key of the desk on one sheet (F1). */
export function KeyboardSheet({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const mac = window.counterpartShell.platform === 'darwin';
  return (
    <Dialog title={t('keyboard.title')} description={t('keyboard.intro')} onClose={onClose} wide onlyText>
      <div className="columns-2 gap-8 narrow:columns-1 max-[48rem]:columns-1">
        {groups.map((group) => (
          <section key={group} className="mb-5 break-inside-avoid">
            <h3 className="mb-1 text-small font-semibold text-ink-3">{t(`keyboard.group.${group}`)}</h3>
            <dl>
              {keyboardMap
                .filter((binding) => binding.group === group)
                .map((binding) => (
                  <div key={binding.id} className="flex items-baseline gap-4 border-b border-edge py-1.5 last:border-0">
                    <dt className="min-w-0 flex-1 text-body">{t(`keyboard.${binding.id}`)}</dt>
                    <dd>
                      <Kbd>{printChord(binding.chords[0], mac)}</Kbd>
                    </dd>
                  </div>
                ))}
            </dl>
          </section>
        ))}
      </div>
    </Dialog>
  );
}
