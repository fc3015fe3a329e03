import { Code, Tabs } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { CopyButton } from '../../../components/CopyButton';
import { Page } from '../../../components/Page';
import { sessionQuery } from '../../../lib/api/session';
import { type Sender, senders } from '../model/senders';
import classes from './FirstRun.module.css';

/** How to send the first record. The overview takes its place when that has come. */
export function FirstRun() {
  const { data: session } = useQuery(sessionQuery);
  const client = useQueryClient();
  // What was asked before the first record came is no answer any more.
  useEffect(() => () => void client.invalidateQueries(), [client]);
  const needsToken = session?.needs_token ?? false;
  const { origin } = window.location;
  const ways = senders({ origin, needsToken });
  return (
    <Page title="Overview">
      <section className={classes.start}>
        <h2>Send the first record</h2>
        <p>
          Nothing has come in yet. Whatever ships logs already can ship them here: choose how, and
          paste. This page becomes the overview by itself when the first record is there.
        </p>
        <p className={classes.waiting} role="status">
          <i /> waiting for the first record
        </p>
        {needsToken && (
          <div className={classes.token}>
            <p>
              This server needs a token. Make one with that of an administrator, and keep it where
              the commands find it:
            </p>
            <Command
              text={`export WINNOW_TOKEN=$(./winnow token create --url ${origin} --token ADMIN_TOKEN my-sender)`}
              label="Copy the command that makes a token"
            />
          </div>
        )}
        <Tabs defaultValue="curl" keepMounted={false}>
          <Tabs.List aria-label="Ways to send">
            {ways.map(({ id, name }) => (
              <Tabs.Tab key={id} value={id}>
                {name}
              </Tabs.Tab>
            ))}
          </Tabs.List>
          {ways.map((way) => (
            <Tabs.Panel key={way.id} value={way.id} pt="sm">
              <Way way={way} />
            </Tabs.Panel>
          ))}
        </Tabs>
        <p className={classes.demo}>
          Only looking? <Code>./winnow demo</Code> shows a server at work on the records of an
          invented shop.
        </p>
      </section>
    </Page>
  );
}

function Way({ way }: { readonly way: Sender }) {
  return (
    <>
      <p className={classes.note}>{way.note}</p>
      <Command text={way.command} label={`Copy the command for ${way.name}`} />
    </>
  );
}

function Command({ text, label }: { readonly text: string; readonly label: string }) {
  return (
    <div className={classes.command}>
      {/* Long lines are scrolled, also by keys. */}
      {/* eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <pre tabIndex={0}>{text}</pre>
      <CopyButton text={text} label={label} />
    </div>
  );
}
