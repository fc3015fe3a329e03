import { Button, Menu } from '@mantine/core';
import { searchOf, type Selection } from '../model/selection';

const FORMATS = [
  ['jsonl', 'JSON, a record on each line'],
  ['csv', 'CSV'],
  ['parquet', 'Apache Parquet'],
  ['otlp', 'OTLP in JSON'],
] as const;

/** Downloads all records of the view. */
export function ExportMenu({ selection }: { readonly selection: Selection }) {
  return (
    <Menu position="bottom-end" shadow="md">
      <Menu.Target>
        <Button variant="subtle" color="gray" size="compact-xs">
          Export
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>All records of this view, the oldest first</Menu.Label>
        {FORMATS.map(([format, name]) => (
          <Menu.Item
            key={format}
            component="a"
            href={`/api/logs/export?${searchOf(selection, { format })}`}
            download
          >
            {name}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
