import { HostileText } from '../../../components/HostileText';
import { templatePieces } from '../../../lib/text/template';
import { maskName } from '../model/masks';
import classes from './NumberedTemplate.module.css';

/** The whole of a template; each of its places is numbered, and leads to what it holds. */
export function NumberedTemplate({ template }: { readonly template: string }) {
  let number = 0;
  return (
    <p className={classes.text}>
      {templatePieces(template).map(({ text, slot }, index) => {
        if (slot === null) return <HostileText key={index} text={text} />;
        number++;
        return (
          <a
            key={index}
            className={classes.place}
            href={`#place-${number}`}
            style={{ color: `var(--slot-${slot})` }}
            title={maskName(text)}
            onClick={(event) => {
              event.preventDefault();
              const place = document.getElementById(event.currentTarget.hash.slice(1));
              place?.scrollIntoView({ block: 'center' });
              place?.focus({ preventScroll: true });
            }}
          >
            {text}
            <sub>{number}</sub>
          </a>
        );
      })}
    </p>
  );
}
