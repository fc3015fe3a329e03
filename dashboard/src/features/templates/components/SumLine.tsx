import { formatCount, plural } from '../../../lib/format/numbers';
import type { Sums } from '../model/listing';
import classes from './SumLine.module.css';

interface Props {
  readonly sums: Sums;
  readonly isFound: boolean;
}

/** That the rows and all others are all records. */
export function SumLine({ sums: { shown, others, total }, isFound }: Props) {
  return (
    <p className={classes.line} role="status">
      <span>
        <strong>{formatCount(shown.records)}</strong> in {plural(shown.templates, 'template')}{' '}
        {isFound ? 'found' : 'listed'}
      </span>
      <span aria-label="plus">+</span>
      <span>
        <strong>{formatCount(others.records)}</strong> in{' '}
        {plural(others.templates, 'other', 'others')}
      </span>
      <span aria-label="equals">=</span>
      <span>
        <strong>{plural(total.records, 'record')}</strong> in {plural(total.templates, 'template')}
      </span>
    </p>
  );
}
