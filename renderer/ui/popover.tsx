import { Popover as Radix } from 'radix-ui';
import { type ReactNode, useState } from 'react';
import { menuHome } from './menu-home.ts';

interface PopoverProps {
  trigger: ReactNode;
  label: string;
  children: ReactNode;
}

/** A small sheet under its trigger, for explanations that would clutter the bar. */
export function Popover({ trigger, label, children }: PopoverProps) {
  const [open, setOpen] = useState(false);
  return (
    <Radix.Root open={open} onOpenChange={setOpen}>
      <Radix.Trigger asChild>{trigger}</Radix.Trigger>
      <Radix.Portal container={menuHome()}>
        <Radix.Content
          align="end"
          sideOffset={6}
          collisionPadding={8}
          aria-label={label}
          className="appear z-30 max-h-(--radix-popover-content-available-height) w-[23rem] max-w-[94vw] overflow-y-auto rounded-large border border-edge bg-panel p-4 shadow-float"
        >
          {children}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}
