import { memo } from 'react';
import { templatePieces } from '../lib/text/template';
import { visible } from '../lib/text/visible';
import { HostileText } from './HostileText';
import classes from './TemplateText.module.css';

interface Props {
  /** `null` where it is not known any more. */
  readonly template: string | null;
  /** Whether it is cut to what fits into one line; all of it is then told to those who point at it. */
  readonly isOneLine?: boolean;
}

/** A template, with its typed places in colour. */
export const TemplateText = memo(function TemplateText({ template, isOneLine = false }: Props) {
  if (template === null)
    return <span className={classes.unknown}>a template that is not known any more</span>;
  const shown = isOneLine ? template.replace(/\s*\n\s*/g, ' \u21b5 ') : template;
  return (
    <span
      className={isOneLine ? classes.line : classes.text}
      title={isOneLine ? visible(template) : undefined}
    >
      {templatePieces(shown).map(({ text, slot }, index) =>
        slot === null ? (
          <HostileText key={index} text={text} />
        ) : (
          <span key={index} style={{ color: `var(--slot-${slot})` }}>
            {text}
          </span>
        ),
      )}
    </span>
  );
});
