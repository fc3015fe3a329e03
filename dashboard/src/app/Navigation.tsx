import { Link, useLocation, useSearch } from 'wouter';
import { Icon } from '../components/Icon';
import { useCommand } from '../lib/shortcuts/useCommand';
import { pageLink } from '../lib/url/links';
import { PAGES, type PageEntry } from './pages';
import { openHelp, openPalette } from './dialogs';
import classes from './Shell.module.css';

/** The menu: at the left, on phones at the bottom. The chosen time goes along to the next page. */
export function Navigation() {
  return (
    <nav className={classes.navigation} aria-label="Pages">
      <img className={classes.brand} src="/icon.svg" alt="Winnow" />
      {PAGES.map((page) => (
        <Entry key={page.path} page={page} />
      ))}
      <span className={classes.space} />
      <button type="button" className={classes.entry} onClick={openPalette}>
        <Icon name="explorer" />
        Search
      </button>
      <button type="button" className={`${classes.entry} ${classes.keys}`} onClick={openHelp}>
        <Icon name="keyboard" />
        Keys
      </button>
      <a className={classes.entry} href="/docs" target="_blank" rel="noreferrer">
        <Icon name="docs" />
        API
      </a>
    </nav>
  );
}

function Entry({ page }: { readonly page: PageEntry }) {
  const [path, navigate] = useLocation();
  const target = pageLink(page.path, new URLSearchParams(useSearch()).get('time'));
  useCommand({
    id: `go${page.path}`,
    label: `Go to ${page.name.toLowerCase()}`,
    group: 'Pages',
    keys: page.keys,
    run: () => navigate(target),
  });
  const isHere = path === page.path || path.startsWith(`${page.path}/`);
  return (
    <Link className={classes.entry} href={target} aria-current={isHere ? 'page' : undefined}>
      <Icon name={page.icon} />
      {page.name}
    </Link>
  );
}
