import type { Change } from '../model/diff.js';

interface Props {
  readonly changes: readonly Change[] | undefined;
  /** Said where nothing changed. */
  readonly none: string;
}

/** Field by field, what was and what is. */
export function Changes({ changes, none }: Props) {
  if (!changes) return <p className="quiet">Loading…</p>;
  if (changes.length === 0) return <p className="quiet">{none}</p>;
  return (
    <table className="changes">
      <thead>
        <tr>
          <th scope="col">Field</th>
          <th scope="col">Before</th>
          <th scope="col">After</th>
        </tr>
      </thead>
      <tbody>
        {changes.map(({ path, before, after }) => (
          <tr key={path}>
            <th scope="row">{path}</th>
            <td>{before === undefined ? <span className="quiet">nothing</span> : <del>{before}</del>}</td>
            <td>{after === undefined ? <span className="quiet">nothing</span> : <ins>{after}</ins>}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** A document, by the paths of its fields. */
export function Fields({ fields }: { readonly fields: ReadonlyMap<string, string> }) {
  return (
    <dl className="fields">
      {[...fields].map(([path, text]) => (
        <div key={path}>
          <dt>{path}</dt>
          <dd>{text}</dd>
        </div>
      ))}
    </dl>
  );
}
