import type { ReactNode } from 'react';

interface Props<Row> {
  /** What a reader of screens hears it called. */
  readonly name: string;
  readonly rows: readonly Row[];
  readonly keyOf: (row: Row) => string | number;
  /** Name of the column to what stands there; the first heads its row. */
  readonly columns: Readonly<Record<string, (row: Row) => ReactNode>>;
  readonly empty: ReactNode;
  readonly isMore?: boolean;
}

export function Table<Row>({ name, rows, keyOf, columns, empty, isMore }: Props<Row>) {
  if (rows.length === 0) return <div className="empty">{empty}</div>;
  const [[, head], ...cells] = Object.entries(columns) as [
    [string, (row: Row) => ReactNode],
    ...[string, (row: Row) => ReactNode][],
  ];
  return (
    <>
      <div className="wide" role="region" aria-label={name} tabIndex={0}>
        <table>
          <thead>
            <tr>
              {Object.keys(columns).map((title) => (
                <th key={title} scope="col">
                  {title}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={keyOf(row)}>
                <th scope="row">{head(row)}</th>
                {cells.map(([title, cell]) => (
                  <td key={title}>{cell(row)}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {isMore && <p className="quiet">There are more; these are the first {rows.length}.</p>}
    </>
  );
}
