import { Popover } from '@mantine/core';
import type { ReactElement, ReactNode } from 'react';

interface Props {
  readonly isOpen: boolean;
  readonly onOpen: (isOpen: boolean) => void;
  /** What it opens below, which is pressed to open it. */
  readonly target: ReactElement;
  readonly width?: number;
  readonly children: ReactNode;
}

/** What a control of the page's header opens: it has the focus until it is closed. */
export function OpenBelow({ isOpen, onOpen, target, width, children }: Props) {
  return (
    <Popover
      opened={isOpen}
      onChange={onOpen}
      position="bottom-end"
      shadow="md"
      trapFocus
      returnFocus
    >
      <Popover.Target>{target}</Popover.Target>
      <Popover.Dropdown p="sm" maw="calc(100vw - 24px)" {...(width !== undefined && { w: width })}>
        {children}
      </Popover.Dropdown>
    </Popover>
  );
}
