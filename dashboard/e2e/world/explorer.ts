import { expect, type Locator, type Page } from '@playwright/test';
import { askFacet, askLogs, counted, interval, type LogRecord, pathOf, type Question } from './api';
import type { Server } from './server';
import type { Incident } from './shop';

/** The explorer, as somebody sees and uses it. */
export class Explorer {
  readonly query: Locator;
  readonly completions: Locator;
  readonly total: Locator;
  readonly list: Locator;
  readonly rows: Locator;
  readonly chips: Locator;
  readonly facets: Locator;
  readonly details: Locator;

  constructor(readonly page: Page) {
    this.query = page.getByRole('combobox', { name: 'Query' });
    this.completions = page.getByRole('listbox', { name: 'Completions' }).getByRole('option');
    this.total = page.getByRole('status').filter({ hasText: /^[\d,]+ records?$/ });
    this.list = page.getByRole('grid', { name: 'Records, the newest first' });
    // The first row tells the names of the columns.
    this.rows = this.list.getByRole('row').filter({ has: page.getByRole('gridcell') });
    this.chips = page.getByRole('list', { name: 'Filters' }).getByRole('listitem');
    this.facets = page.getByRole('complementary', { name: 'Facets' });
    this.details = page.getByRole('region', { name: 'Details of the record' });
  }

  async open(search: Question): Promise<void> {
    await this.page.goto(pathOf('/explorer', search));
  }

  /** Opens it at the time of an incident. */
  async openAt({ start, end }: Incident, search: Question = {}): Promise<void> {
    await this.open({ time: interval(start, end), ...search });
  }

  /** Types a query and runs it. */
  async search(query: string): Promise<void> {
    await this.query.fill(query);
    await this.query.press('Enter');
  }

  /** The row of a record, by a text of it that no other has. */
  row(text: string): Locator {
    return this.rows.filter({ hasText: text });
  }

  /** The only value of a facet that is called so. */
  facet(name: string): Locator {
    return this.facets
      .getByRole('listitem')
      .filter({ has: this.page.getByRole('checkbox', { name, exact: true }) });
  }

  /** Expects the count above the list to be that of `question`, and the first rows to be its newest records. */
  async expectAnswer(server: Server, question: Question): Promise<void> {
    const { logs, total } = await askLogs(server, question, 12);
    await expect(this.total).toHaveText(counted(total));
    await this.expectRows(logs);
  }

  /** Expects the facets to be those of `question`, each without the values chosen of itself. */
  async expectFacets(server: Server, question: Question): Promise<void> {
    const { level, service, ...others } = question;
    const levels = await askFacet(server, 'level', { ...others, ...(service && { service }) });
    const services = await askFacet(server, 'service', { ...others, ...(level && { level }) });
    for (const { value, count } of [...levels, ...services]) {
      await expect(
        this.facet(String(value)).getByTitle(count.toLocaleString('en-US'), { exact: true }),
      ).toBeVisible();
    }
    await expect(this.facets.getByRole('checkbox')).toHaveCount(levels.length + services.length);
  }

  /** Expects the list to begin with `records`. */
  async expectRows(records: readonly LogRecord[]): Promise<void> {
    for (const [at, { level, service, message }] of records.entries()) {
      const cells = this.rows.nth(at).getByRole('gridcell');
      await expect(cells.nth(1)).toHaveText(level ?? 'UNSPECIFIED');
      await expect(cells.nth(2)).toHaveText(service ?? '');
      await expect(cells.last()).toHaveText(lineOf(message));
    }
  }
}

/** What of a message stands in a line. */
export function lineOf(message: string): string {
  return message.length > 400 ? `${message.slice(0, 400)}\u2026` : message;
}
