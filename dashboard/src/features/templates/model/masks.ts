/** What the placeholders of templates stand for, in words. */
const NAMES: Record<string, string> = {
  num: 'number',
  hex: 'hexadecimal number',
  uuid: 'UUID',
  ip: 'address',
  mac: 'hardware address',
  time: 'time',
  dur: 'duration',
  size: 'size',
  version: 'version',
  path: 'path',
  url: 'URL',
  email: 'mail address',
  id: 'identifier',
  bool: 'true or false',
  null: 'null',
  list: 'list',
  text: 'text',
  secret: 'secret',
  blob: 'long word',
  any: 'anything',
  '*': 'anything',
  stack: 'stack trace',
  rest: 'the rest of a long text',
  '...': 'the rest of a long text',
};

/** The name of a type, as `<num>`, `num` or as the API calls it. */
export function maskName(type: string): string {
  const bare = type.replace(/^<|>$/g, '');
  return NAMES[bare] ?? bare;
}
