import { useQuery } from '@tanstack/react-query';
import { asyncApi } from '../api/queries.js';
import type { AsyncApi } from '../api/lists.js';
import { Loaded } from '../parts/Loaded.js';
import { Table } from '../parts/Table.js';
import { Title } from '../parts/Title.js';

/** What goes over topics and over HTTP: the documents that programs are made of. */
export function Contracts() {
  return (
    <>
      <Title about="What other programs may rely on: the documents of the HTTP API, and every record that goes over Kafka.">
        Contracts
      </Title>
      <p>
        <a href="/docs">HTTP API</a> · <a href="/openapi.json">OpenAPI document</a> ·{' '}
        <a href="/asyncapi">Topics, for people</a> · <a href="/asyncapi.json">AsyncAPI document</a> ·{' '}
        <a href="/problems">Problems and what to do</a>
      </p>
      <Loaded query={useQuery(asyncApi)}>
        {(document) => (
          <Table
            name="Records"
            rows={recordsIn(document)}
            keyOf={({ topic, type }) => `${topic} ${type}`}
            empty={<p>Nothing goes over topics.</p>}
            columns={{
              Record: ({ topic, type }) => <a href={`/contracts/${topic}/${type}.json`}>{type}</a>,
              Topic: ({ topic }) => topic,
              About: ({ summary }) => summary,
            }}
          />
        )}
      </Loaded>
    </>
  );
}

function recordsIn({ channels, components }: AsyncApi) {
  return Object.values(channels).flatMap(({ address, messages }) =>
    Object.entries(messages).map(([name, { $ref }]) => {
      const message = components.messages[$ref?.split('/').at(-1) ?? name];
      return {
        topic: address,
        type: message?.name ?? name,
        summary: message?.summary ?? message?.title ?? '',
      };
    }),
  );
}
