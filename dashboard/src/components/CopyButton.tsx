import { ActionIcon, CopyButton as Copying, Tooltip } from '@mantine/core';
import { Icon } from './Icon';

interface Props {
  readonly text: string;
  /** What is copied, as `Copy the command`. */
  readonly label: string;
}

/** Copies `text` and says that it did. */
export function CopyButton({ text, label }: Props) {
  return (
    <Copying value={text} timeout={1500}>
      {({ copied, copy }) => (
        <Tooltip label={copied ? 'Copied' : label} openDelay={300}>
          <ActionIcon
            variant="subtle"
            color={copied ? 'teal' : 'gray'}
            size="sm"
            onClick={copy}
            aria-label={label}
          >
            <Icon name={copied ? 'check' : 'copy'} />
            <span className="unseen" aria-live="polite">
              {copied ? 'Copied' : ''}
            </span>
          </ActionIcon>
        </Tooltip>
      )}
    </Copying>
  );
}
