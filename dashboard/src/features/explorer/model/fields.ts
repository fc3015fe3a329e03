import { writeExactly } from '../../../lib/api/exact';
import type { components } from '../../../lib/api/schema';

type LogRecord = components['schemas']['LogRecord'];

/** A field of a record. */
export interface Field {
  readonly name: string;
  readonly value: unknown;
  /** Whether a predicate can ask for it, by this name. */
  readonly isAskable: boolean;
}

export interface FieldGroup {
  readonly title: string;
  readonly fields: readonly Field[];
}

const OWN = [
  'timestamp',
  'observed_timestamp',
  'severity_number',
  'severity_text',
  'event_name',
  'trace_id',
  'span_id',
  'template_id',
] as const;

/** Fields of times are asked for by a range, which the page has. */
const NOT_EQUAL = new Set<string>(['timestamp', 'observed_timestamp']);

/** All that a record holds, beside the text of its body. */
export function fieldGroups(record: LogRecord): FieldGroup[] {
  const own: Field[] = OWN.map((name) => ({
    name,
    value: record[name],
    isAskable: !NOT_EQUAL.has(name),
  }));
  own.push(
    { name: 'scope.name', value: record.scope.name, isAskable: true },
    { name: 'scope.version', value: record.scope.version, isAskable: true },
    { name: 'receiver', value: record.receiver, isAskable: false },
  );
  if (record.dropped_attributes_count > 0) {
    const value = record.dropped_attributes_count;
    own.push({ name: 'dropped_attributes_count', value, isAskable: false });
  }
  const body = isMap(record.body) ? leaves('body', record.body) : [];
  return [
    { title: 'Attributes', fields: leaves('attributes', record.attributes) },
    { title: 'Body', fields: body },
    { title: 'Resource', fields: leaves('resource', record.resource) },
    { title: 'Scope attributes', fields: unaskable(leaves('scope', record.scope.attributes)) },
    { title: 'Record', fields: own.filter(({ value }) => value !== null && value !== '') },
  ].filter(({ fields }) => fields.length > 0);
}

function unaskable(fields: readonly Field[]): Field[] {
  return fields.map((field) => ({ ...field, isAskable: false }));
}

/** The values in a map and the maps in it, by their paths. */
function leaves(path: string, map: Record<string, unknown>): Field[] {
  return Object.entries(map).flatMap(([key, value]) => {
    const name = `${path}.${key}`;
    return isMap(value) && Object.keys(value).length > 0
      ? leaves(name, value)
      : [{ name, value, isAskable: !Array.isArray(value) && !isMap(value) && key !== '' }];
  });
}

function isMap(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** What `record` holds in the field that predicates call `name`. */
export function fieldValue(record: LogRecord, name: string): unknown {
  for (const place of ['attributes', 'resource', 'body'] as const) {
    if (name.startsWith(`${place}.`)) return at(record[place], name.slice(place.length + 1));
  }
  if (name === 'scope.name') return record.scope.name;
  if (name === 'scope.version') return record.scope.version;
  return (record as Record<string, unknown>)[name];
}

/** A value by its key, which may have dots itself, or by the keys of maps in maps. */
function at(map: unknown, path: string): unknown {
  if (!isMap(map)) return undefined;
  if (Object.hasOwn(map, path)) return map[path];
  for (let dot = path.indexOf('.'); dot > 0; dot = path.indexOf('.', dot + 1)) {
    const inner = map[path.slice(0, dot)];
    if (isMap(inner)) {
      const found = at(inner, path.slice(dot + 1));
      if (found !== undefined) return found;
    }
  }
  return undefined;
}

/** A value as people read it: a text as it is, all else as JSON, what is absent as nothing. */
export function textOf(value: unknown): string {
  if (value === null || value === undefined) return '';
  return typeof value === 'string' || typeof value === 'bigint'
    ? String(value)
    : writeExactly(value);
}

/** The first fields of groups, so many in all. */
export function firstOf(groups: readonly FieldGroup[], most: number): FieldGroup[] {
  const kept: FieldGroup[] = [];
  let left = most;
  for (const { title, fields } of groups) {
    kept.push({ title, fields: fields.slice(0, left) });
    left = Math.max(left - fields.length, 0);
  }
  return kept;
}
