import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, Outlet, useRouterState } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import { ask } from '../api/client.js';
import { attention, hear, session } from '../api/queries.js';
import type { Session } from '../api/types.js';
import { Acting } from './Acting.js';
import { useLive } from './Live.js';
import { Loaded } from './Loaded.js';
import { Search } from './Search.js';
import { Shortcuts } from './Shortcuts.js';
import { SignIn } from './SignIn.js';
import { applyTheme, chosenTheme, themes, type Theme } from './theme.js';
import { applyZone } from './zone.js';
import { chosenZone, zones, type Zone } from '../model/zone.js';

/** What every screen has around it; without a session it asks for one. */
export function Frame() {
  const query = useQuery(session);
  return (
    <Loaded query={query}>
      {(who) => (who.signedIn ? <Inside who={who} /> : <SignIn demo={who.demo} />)}
    </Loaded>
  );
}

const screens = [
  { to: '/', name: 'Inbox' },
  { to: '/overview', name: 'Overview' },
  { to: '/orders', name: 'Orders' },
  { to: '/sagas', name: 'Sagas' },
  { to: '/subscriptions', name: 'Projections' },
  { to: '/dead-letters', name: 'Dead letters' },
  { to: '/parked', name: 'Parked' },
  { to: '/events', name: 'Live tail' },
  { to: '/kafka', name: 'Outbox and Kafka' },
  { to: '/stock', name: 'Stock and money' },
  { to: '/webhooks', name: 'Webhooks' },
  { to: '/mails', name: 'Mails' },
  { to: '/contracts', name: 'Contracts' },
  { to: '/operations', name: 'Operations' },
  { to: '/system', name: 'System' },
  { to: '/drills', name: 'Drills' },
] as const;

function Inside({ who }: { readonly who: Session & { signedIn: true } }) {
  const [zone, setZone] = useState(chosenZone);
  const choose = (chosen: Zone) => {
    applyZone(chosen);
    setZone(chosen);
  };
  return (
    <Acting by={who.id}>
      <a className="skip" href="#main">
        Skip to the content
      </a>
      <header className="bar">
        <nav aria-label="Screens">
          {screens.map(({ to, name }) => (
            <Link key={to} to={to} activeOptions={{ exact: to === '/', includeSearch: false }}>
              {name} {to === '/' && <Waiting />}
            </Link>
          ))}
        </nav>
        <Search />
        <Shortcuts />
        <Who who={who} zone={zone} onZone={choose} />
      </header>
      <main id="main" tabIndex={-1}>
        <Titled />
        <Outlet key={zone} />
      </main>
    </Acting>
  );
}

/** How many things wait for a person; what is told about them also tells lists when to look again. */
function Waiting() {
  const client = useQueryClient();
  const { data } = useQuery(attention);
  const digest = useRef<string>(undefined);
  const standing = useLive('/v1/ops/attention/live', ({ type, data: told }) => {
    if (type !== 'attention') return;
    hear();
    const is = (told as { readonly digest: string }).digest;
    if (is === digest.current) return;
    digest.current = is;
    void client.invalidateQueries({ queryKey: attention.queryKey });
  });
  if (standing === 'disconnected') return <span className="count">offline</span>;
  if (!data || data.items.length === 0) return null;
  return (
    <span className="count">
      {data.items.length}
      {data.isMore && '+'} <span className="unseen">waiting</span>
    </span>
  );
}

/** Whoever hears the page is told that it is another. */
function Titled() {
  const path = useRouterState({ select: ({ location }) => location.pathname });
  useEffect(() => {
    const name =
      screens.find(({ to }) => to !== '/' && path.startsWith(to))?.name ??
      (path === '/' ? 'Inbox' : 'Search');
    document.title = `${name} · Waybill console`;
  }, [path]);
  return null;
}

interface WhoProps {
  readonly who: Session & { signedIn: true };
  readonly zone: Zone;
  readonly onZone: (zone: Zone) => void;
}

function Who({ who, zone, onZone }: WhoProps) {
  const [theme, setTheme] = useState(chosenTheme);
  const choose = (chosen: Theme) => {
    applyTheme(chosen);
    setTheme(chosen);
  };
  const leave = async () => {
    await ask('/console/session', { method: 'DELETE' });
    location.reload();
  };
  return (
    <div className="who">
      <span>
        {who.id} <span className="quiet">({who.role})</span>
      </span>
      <select aria-label="Colours" value={theme} onChange={(event) => choose(event.target.value as Theme)}>
        {themes.map((each) => (
          <option key={each}>{each}</option>
        ))}
      </select>
      <select aria-label="Times" value={zone} onChange={(event) => onZone(event.target.value as Zone)}>
        {zones.map((each) => (
          <option key={each}>{each}</option>
        ))}
      </select>
      <button type="button" onClick={() => void leave()}>
        Sign out
      </button>
    </div>
  );
}
