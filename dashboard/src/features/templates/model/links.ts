import { explorerLink, quoted } from '../../../lib/url/links';
import { writeState } from '../../../lib/url/codec';
import { filtersOf, VIEW, type View } from './view';

/** The page of a template, which keeps what leads back to the list as it was. */
export function openingLink(templateId: string, view: View): string {
  return address(`/templates/${encodeURIComponent(templateId)}`, { ...view, row: templateId });
}

/** The list that a page of a template was opened from. */
export function listLink(view: View): string {
  return address('/templates', view);
}

/** The records of a template in the explorer, with what else was chosen. */
export function recordsLink(templateId: string, view: View): string {
  const { service = [], level = [] } = filtersOf(view);
  const query = [
    `template_id = ${quoted(templateId)}`,
    anyOf('service', service),
    anyOf('level', level),
  ]
    .filter((condition) => condition !== '')
    .join(' and ');
  return explorerLink({ query, time: view.time });
}

function anyOf(field: string, values: readonly string[]): string {
  if (values.length === 0) return '';
  const operands = values.map(quoted);
  return operands.length === 1
    ? `${field} = ${operands.join('')}`
    : `${field} in (${operands.join(', ')})`;
}

function address(path: string, view: View): string {
  const search = writeState(VIEW, view);
  return search === '' ? path : `${path}?${search}`;
}
