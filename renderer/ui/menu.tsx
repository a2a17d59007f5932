import { Check } from 'lucide-react';
import { DropdownMenu } from 'radix-ui';
import { type ReactNode, useState } from 'react';
import { menuHome } from './menu-home.ts';

interface MenuProps {
  trigger: ReactNode;
  children: ReactNode;
  align?: 'start' | 'end';
}

/** A menu under its trigger button. Not modal: the page behind needs no style element to be held still. */
export function Menu({ trigger, children, align = 'start' }: MenuProps) {
  const [open, setOpen] = useState(false);
  return (
    <DropdownMenu.Root modal={false} open={open} onOpenChange={setOpen}>
      <DropdownMenu.Trigger asChild>{trigger}</DropdownMenu.Trigger>
      <DropdownMenu.Portal container={menuHome()}>
        <DropdownMenu.Content
          align={align}
          sideOffset={6}
          collisionPadding={8}
          className="appear z-30 max-h-(--radix-dropdown-menu-content-available-height) min-w-44 overflow-y-auto rounded-base border border-edge bg-panel p-1.5 shadow-float"
        >
          {children}
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  );
}

const item =
  'flex min-h-9 items-center gap-2.5 rounded-small px-2.5 py-1 text-body outline-none data-highlighted:bg-hover data-disabled:opacity-55';

export function MenuItem({ onSelect, children }: { onSelect: () => void; children: ReactNode }) {
  return (
    <DropdownMenu.Item className={item} onSelect={onSelect}>
      {children}
    </DropdownMenu.Item>
  );
}

export function MenuLabel({ children }: { children: ReactNode }) {
  return <DropdownMenu.Label className="px-2.5 pt-2 pb-1 text-small text-ink-3">{children}</DropdownMenu.Label>;
}

export function MenuSeparator() {
  return <DropdownMenu.Separator className="mx-1 my-1.5 h-px bg-edge" />;
}

interface MenuChoiceProps {
  value: string;
  onChange: (value: string) => void;
  children: ReactNode;
}

/** A group of entries of which one is chosen. */
export function MenuChoice({ value, onChange, children }: MenuChoiceProps) {
  return (
    <DropdownMenu.RadioGroup value={value} onValueChange={onChange}>
      {children}
    </DropdownMenu.RadioGroup>
  );
}

export function MenuOption({ value, children }: { value: string; children: ReactNode }) {
  return (
    <DropdownMenu.RadioItem className={item} value={value}>
      <span className="grid size-4 place-items-center text-accent">
        <DropdownMenu.ItemIndicator>
          <Check className="size-4" aria-hidden />
        </DropdownMenu.ItemIndicator>
      </span>
      {children}
    </DropdownMenu.RadioItem>
  );
}
