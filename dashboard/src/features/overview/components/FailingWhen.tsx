import { formatMoment } from '../../../lib/time/format';
import type { StandsOut } from '../model/failing';

/** `throughout`, `more since 07:15`, `more from 07:15 to 07:35`. */
export function FailingWhen({ standsOut }: { readonly standsOut: StandsOut }) {
  if (standsOut.is === 'throughout') return 'throughout';
  const { from, to } = standsOut;
  return (
    <>
      {to === null ? 'more since ' : 'more from '}
      <Moment at={from} />
      {to !== null && (
        <>
          {' to '}
          <Moment at={to} />
        </>
      )}
    </>
  );
}

function Moment({ at }: { readonly at: number }) {
  const text = formatMoment(at);
  return (
    <time dateTime={new Date(at).toISOString()} title={text}>
      {text.slice(11, 16)}
    </time>
  );
}
