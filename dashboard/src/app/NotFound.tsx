import { Link, useLocation } from 'wouter';
import { HostileText } from '../components/HostileText';
import { Page } from '../components/Page';

export function NotFound() {
  const [path] = useLocation();
  return (
    <Page title="No such page">
      <p>
        There is nothing at <HostileText text={path} />.{' '}
        <Link href="/overview">Go to the overview</Link>
      </p>
    </Page>
  );
}
