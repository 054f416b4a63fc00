import { Link } from '@tanstack/react-router';
import { verbOf } from '../model/verbs.js';
import type { Done } from './ActionDialog.js';
import { Failure } from './Failure.js';

interface Props {
  readonly done: readonly Done[];
  readonly onClose: (one: Done) => void;
  readonly onUndo: (one: Done) => void;
}

const sagaHref = /^\/v1\/ops\/sagas\/([0-9a-f-]{36})\//;

/** What was done, by whom and why; with the way back where there is one. */
export function Toasts({ done, onClose, onUndo }: Props) {
  return (
    <div className="toasts" role="status">
      {done.map((one) => (
        <Toast key={one.at} one={one} onClose={() => onClose(one)} onUndo={() => onUndo(one)} />
      ))}
    </div>
  );
}

function Toast({ one, onClose, onUndo }: { one: Done; onClose: () => void; onUndo: () => void }) {
  const { label } = verbOf(one.action.rel);
  const [first] = one.action.targets;
  const orderId = sagaHref.exec(first?.href ?? '')?.[1];
  return (
    <div className={one.refused.length > 0 ? 'toast bad' : 'toast'}>
      <div>
        <p>
          <strong>
            {label}: {howMany(one)}.
          </strong>{' '}
          Recorded for {one.by}: “{one.reason}”.{' '}
          {one.count === 1 && orderId && (
            <Link to="/orders/$orderId" params={{ orderId }}>
              See the order
            </Link>
          )}
          {one.operation && (
            <Link to="/operations" search={{ id: one.operation }}>
              Follow it
            </Link>
          )}
          {!one.operation && (
            <Link to="/operations" search={{ actor: `operator:${one.by}` }}>
              In the record
            </Link>
          )}
        </p>
        {one.refused.map(({ target, error }) => (
          <div key={target.href}>
            {target.name} <Failure error={error} />
          </div>
        ))}
      </div>
      {one.inverse.length > 0 && (
        <button type="button" onClick={onUndo}>
          Undo
        </button>
      )}
      <button type="button" aria-label="Close this message" onClick={onClose}>
        ✕
      </button>
    </div>
  );
}

function howMany(one: Done): string {
  const { count, wanted } = one;
  if (count < wanted) return `${count} of ${wanted} ${outcomeOf(one)}`;
  return count === 1 ? outcomeOf(one) : `${outcomeOf(one)}, ${count} of them`;
}

const outcomeOf = ({ awaiting, operation }: Done): string =>
  awaiting > 0 ? 'asked for; a second person decides' : operation ? 'begun' : 'done';
