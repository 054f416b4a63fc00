import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { overview } from '../api/queries.js';
import type { Overview as Figures } from '../api/lists.js';
import { kindInWords } from '../model/causes.js';
import { Loaded } from '../parts/Loaded.js';
import { Minutes } from '../parts/Minutes.js';
import { Table } from '../parts/Table.js';
import { Time } from '../parts/Time.js';
import { Title } from '../parts/Title.js';

/** How it goes, in figures; each leads to the list behind it. */
export function Overview() {
  return (
    <>
      <Title about="How it goes, in figures. Each leads to the list behind it.">Overview</Title>
      <Loaded query={useQuery(overview)}>{(figures) => <Shown figures={figures} />}</Loaded>
    </>
  );
}

interface Tile {
  readonly name: string;
  readonly figure: string | number;
  readonly note?: string;
  readonly isBad?: boolean;
  readonly to: string;
  readonly search?: Readonly<Record<string, string>>;
}

function tilesOf(figures: Figures): readonly Tile[] {
  const { requests, events, attention } = figures;
  const needs = attention.count > 0;
  const slow = requests.p99Ms === null ? 'slow' : `99 % within ${requests.p99Ms} ms`;
  return [
    {
      name: 'Waiting for you',
      figure: `${attention.count}${attention.more ? '+' : ''}`,
      isBad: needs,
      note: needs ? 'needs a decision' : 'nothing',
      to: '/',
    },
    {
      name: 'Events a minute',
      figure: events.lastMinute,
      note: `position ${figures.position}`,
      to: '/events',
    },
    { name: 'Requests', figure: requests.count, note: slow, to: '/system' },
    ...sagaTiles(figures),
    ...subscriptionTiles(figures),
    ...workTiles(figures),
  ];
}

function sagaTiles({ sagas }: Figures): readonly Tile[] {
  return [
    { name: 'Orders under way', figure: sagas.running, to: '/sagas', search: { state: 'running' } },
    { name: 'Taken back', figure: sagas.compensating, to: '/sagas', search: { state: 'compensating' } },
    {
      name: 'Stuck',
      figure: sagas.needsAttention,
      isBad: sagas.needsAttention > 0,
      to: '/sagas',
      search: { state: 'needs-attention' },
    },
  ];
}

function subscriptionTiles({ subscriptions }: Figures): readonly Tile[] {
  const { worst } = subscriptions;
  return [
    {
      name: 'Projections behind',
      figure: `${subscriptions.behind} of ${subscriptions.count}`,
      note: worst && worst.lag > 0 ? `${worst.name}: ${worst.lag}` : 'all are up to date',
      to: '/subscriptions',
      search: { only: 'behind' },
    },
    {
      name: 'Failing',
      figure: subscriptions.failing,
      isBad: subscriptions.failing > 0,
      to: '/subscriptions',
      search: { only: 'failing' },
    },
    { name: 'Paused', figure: subscriptions.paused, to: '/subscriptions', search: { only: 'paused' } },
  ];
}

function workTiles(figures: Figures): readonly Tile[] {
  return [
    {
      name: 'Parked events',
      figure: figures.parked,
      isBad: figures.parked > 0,
      note: 'each waits for a decision',
      to: '/parked',
      search: { state: 'parked' },
    },
    {
      name: 'Tried again',
      figure: figures.retrying,
      note: 'events, by themselves',
      to: '/parked',
      search: { state: 'retrying' },
    },
    {
      name: 'Dead letters',
      figure: figures.deadLetters,
      isBad: figures.deadLetters > 0,
      to: '/dead-letters',
    },
    {
      name: 'For a second person',
      figure: figures.approvals,
      to: '/operations',
      search: { approvals: 'waiting' },
    },
    { name: 'Operations under way', figure: figures.operations, to: '/operations' },
    { name: 'Rebuilds under way', figure: figures.rebuilds, to: '/subscriptions' },
    { name: 'Instances', figure: figures.instances, isBad: figures.instances === 0, to: '/system' },
  ];
}

function Shown({ figures }: { readonly figures: Figures }) {
  return (
    <>
      <ul className="tiles">
        {tilesOf(figures).map(({ name, figure, note, isBad, to, search }) => (
          <li key={name} className={isBad ? 'bad' : ''}>
            <Link to={to} search={search ?? {}} data-stop="">
              <span className="quiet">{name}</span>
              <strong>
                {isBad && <span aria-hidden="true">! </span>}
                {figure}
              </strong>
              <span className="quiet">{note ?? ''}</span>
            </Link>
          </li>
        ))}
      </ul>
      <h2>Events in the last hour</h2>
      <Minutes minutes={figures.events.minutes} />
      <h2>What waits, by kind</h2>
      <Table
        name="What waits, by kind"
        rows={figures.attention.kinds}
        keyOf={({ kind }) => kind}
        empty={<p>Nothing waits for a person.</p>}
        columns={{
          Kind: ({ kind }) => (
            <Link to="/" search={{ kind }}>
              {kindInWords(kind)}
            </Link>
          ),
          Count: ({ count }) => count,
          Oldest: ({ oldest }) => <Time at={oldest} />,
        }}
      />
    </>
  );
}
