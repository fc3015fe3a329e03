import { useState } from 'react';
import { CopyButton } from '../../../components/CopyButton';
import { HostileText } from '../../../components/HostileText';
import { formatCount } from '../../../lib/format/numbers';
import { cut } from '../model/rows';
import classes from './DetailPanel.module.css';

/* About as much as has room on a small screen. */
const TALL_LENGTH = 1000;
const TALL_LINES = 20;

interface Props {
  readonly text: string;
  /** What it is, as `message`. */
  readonly label: string;
  readonly most?: number;
}

/** A text as it was written, with its lines; of a huge one the beginning, until more is wanted. */
export function LongText({ text, label, most = 2000 }: Props) {
  const [isWhole, setWhole] = useState(false);
  const isCut = text.length > most && !isWhole;
  // What is higher than its place is scrolled, also by keys.
  const scrolled = text.length > TALL_LENGTH || (text.match(/\n/g)?.length ?? 0) > TALL_LINES;
  const keys = scrolled && { tabIndex: 0, role: 'region', 'aria-label': label };
  return (
    <div className={classes.long}>
      <pre {...keys}>
        {text === '' ? <i>empty</i> : <HostileText text={isCut ? cut(text, most) : text} />}
      </pre>
      <div className={classes.longActions}>
        <CopyButton text={text} label={`Copy the ${label}`} />
        {text.length > most && (
          <button type="button" className={classes.link} onClick={() => setWhole(!isWhole)}>
            {isWhole ? 'Show less' : `Show all ${formatCount(text.length)} characters`}
          </button>
        )}
      </div>
    </div>
  );
}
