import { Problem, Unreachable } from '../api/client.js';
import { Failed } from '../model/previews.js';

/** Whatever the API refused, as it said it, with the page that says what to do. */
export function Failure({ error }: { readonly error: unknown }) {
  if (error instanceof Unreachable) {
    return (
      <p className="note bad" role="alert">
        <strong>Disconnected.</strong> The server does not answer; it is asked again every two seconds.
      </p>
    );
  }
  if (error instanceof Failed) {
    return (
      <p className="note bad" role="alert">
        <strong>It was tried, and failed.</strong> {error.message}
      </p>
    );
  }
  if (!(error instanceof Problem)) {
    return (
      <p className="note bad" role="alert">
        <strong>This page failed.</strong> {error instanceof Error ? error.message : String(error)}
      </p>
    );
  }
  const { title, detail, status, type } = error.document;
  return (
    <p className="note bad" role="alert">
      <strong>{status === 403 ? 'Not for your role' : title}.</strong> {detail}
      {type.startsWith('/problems/') && (
        <>
          {' '}
          <a href={type} target="_blank" rel="noreferrer">
            What to do
          </a>
        </>
      )}
    </p>
  );
}
