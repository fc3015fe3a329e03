import { memo } from 'react';
import { ORIGINAL } from '../lib/text/copying';
import { pieces } from '../lib/text/visible';
import classes from './HostileText.module.css';

/**
 * A text that anybody may have written. It is shown as text, whatever markup it holds; characters that
 * would hide something or change the order of others are shown by a mark; and it cannot turn the
 * direction of what stands beside it.
 */
export const HostileText = memo(function HostileText({ text }: { readonly text: string }) {
  return (
    <bdi className={classes.text}>
      {pieces(text).map((piece, index) =>
        piece.kind === 'text' ? (
          piece.text
        ) : (
          <span
            key={index}
            className={classes.hidden}
            title={piece.name}
            {...{ [ORIGINAL]: piece.text }}
          >
            {piece.mark}
          </span>
        ),
      )}
    </bdi>
  );
});
