import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useId, useRef, useState, type FormEvent } from 'react';
import { perform, previewsOf, type Previewed } from '../model/previews.js';
import { asOperation, paces, type Pace } from '../model/bulk.js';
import { verbOf, type Action, type Target } from '../model/verbs.js';
import { Problem } from '../api/client.js';
import type { Candidate, ProblemDocument } from '../api/types.js';
import { Failure } from './Failure.js';
import { Preview } from './Preview.js';
import { Time } from './Time.js';

interface Refused {
  readonly target: Target;
  readonly error: unknown;
}

export interface Done {
  readonly at: number;
  readonly action: Action;
  readonly by: string;
  readonly reason: string;
  readonly count: number;
  /** How many were wanted: fewer are done when somebody leaves while it goes on. */
  readonly wanted: number;
  /** What was refused, of what nobody waited for. */
  readonly refused: readonly Refused[];
  /** How many of them wait for a second person first. */
  readonly awaiting: number;
  /** Of what goes on by itself now. */
  readonly operation?: string;
  /** What the inverse verb, where there is one, would be told to. */
  readonly inverse: readonly Target[];
}

interface Props {
  readonly action: Action;
  readonly by: string;
  readonly onClose: () => void;
  readonly onDone: (done: Done) => void;
}

/** See, choose, preview, do: the same for every verb, for one thing and for many. */
export function ActionDialog({ action: asked, by, onClose, onDone }: Props) {
  const [meant, setMeant] = useState<Candidate>();
  const [pace, setPace] = useState<Pace>(10);
  const chosen = meant ? { ...asked, targets: asked.targets.map((target) => ({ ...target, meant })) } : asked;
  const many = asOperation(chosen, pace);
  const action = many ?? chosen;
  const preview = useQuery({
    queryKey: ['preview', action],
    queryFn: () => previewsOf(action),
    gcTime: 0,
    staleTime: Infinity,
  });
  const doing = useDoing(action, by, { onDone, onClose, previewAnew: () => void preview.refetch() });
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    dialog.current?.showModal();
    // Otherwise the focus is on whatever comes first, which is not always the reason.
    dialog.current?.querySelector<HTMLInputElement>('form input')?.focus();
  }, []);
  const title = useId();
  const { label, isFinal } = verbOf(action.rel);
  const [first] = action.targets;
  const count = preview.data?.[0]?.preview?.count ?? asked.targets.length;
  return (
    <dialog ref={dialog} className="action" aria-labelledby={title} onClose={onClose}>
      <h2 id={title}>
        {label}: {count > 1 ? `${count} things` : first?.name}
      </h2>
      {preview.error && <Failure error={preview.error} />}
      <Preview action={action} previews={preview.data} isBusy={preview.isFetching} onMeant={setMeant} />
      {many && <PaceChoice pace={pace} onChoose={setPace} />}
      {doing.refused.map(({ target, error }) => (
        <Refusal key={target.href} error={error} name={target.name} />
      ))}
      <Form
        label={label}
        typed={isFinal && count > 1 ? count : undefined}
        ready={!preview.isFetching && (preview.data ?? []).some(({ refused }) => !refused)}
        progress={doing.progress}
        onDo={(reason) => void doing.start(preview.data ?? [], reason)}
        onStop={doing.stop}
        onCancel={() => dialog.current?.close()}
      />
    </dialog>
  );
}

function PaceChoice({ pace, onChoose }: { readonly pace: Pace; readonly onChoose: (pace: Pace) => void }) {
  return (
    <label>
      How fast
      <select
        value={pace}
        onChange={({ target }) => onChoose(paces.find((each) => String(each) === target.value) ?? 10)}
      >
        {paces.map((each) => (
          <option key={each} value={each}>
            {each === 'all' ? 'without a rest' : `${each} a second`}
          </option>
        ))}
      </select>
    </label>
  );
}

interface Heard extends Pick<Props, 'onDone' | 'onClose'> {
  readonly previewAnew: () => void;
}

/** One after the other, so that it can be stopped between two. */
function useDoing(action: Action, by: string, { onDone, onClose, previewAnew }: Heard) {
  const [refused, setRefused] = useState<readonly Refused[]>([]);
  const [progress, setProgress] = useState<string>();
  const isStopped = useRef(false);
  const isLeft = useRef(false);
  useEffect(() => {
    isLeft.current = false;
    return () => void (isLeft.current = true);
  }, []);
  const client = useQueryClient();
  const start = async (previews: readonly Previewed[], reason: string) => {
    isStopped.current = false;
    setRefused([]);
    const wanted = previews.filter((preview) => !preview.refused);
    const troubles: Refused[] = [];
    const did: Target[] = [];
    let awaiting = 0;
    let operation: string | undefined;
    for (const preview of wanted) {
      if (isStopped.current || isLeft.current) break;
      setProgress(`${did.length + troubles.length + 1} of ${wanted.length}`);
      try {
        const location = await perform(preview, reason, crypto.randomUUID());
        if (location?.startsWith('/v1/ops/approvals/')) awaiting++;
        operation = /^\/v1\/ops\/operations\/(.+)$/.exec(location ?? '')?.[1] ?? operation;
        did.push(preview.target);
      } catch (error) {
        troubles.push({ target: preview.target, error });
      }
    }
    setProgress(undefined);
    void client.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'preview' });
    const isDone = troubles.length === 0 && !isStopped.current;
    if (isDone || isLeft.current) {
      onDone({
        ...{ at: Date.now(), action, by, reason, awaiting, refused: troubles },
        ...{ count: did.length, wanted: wanted.length, inverse: inverseOf(action.rel, did) },
        ...(operation && { operation }),
      });
      if (!isLeft.current) onClose();
      return;
    }
    setRefused(troubles);
    previewAnew();
  };
  return { refused, progress, start, stop: () => void (isStopped.current = true) };
}

function inverseOf(rel: string, targets: readonly Target[]): readonly Target[] {
  const { inverse } = verbOf(rel);
  return inverse
    ? targets.map(({ href, name }) => ({ name, href: href.replace(new RegExp(`/${rel}$`), `/${inverse}`) }))
    : [];
}

/** Somebody was quicker: what would follow now stands above it. */
function Refusal({ error, name }: { readonly error: unknown; readonly name: string }) {
  const isOvertaken = error instanceof Problem && error.document.status === 412;
  if (!isOvertaken) return <Failure error={error} />;
  const { currentVersion, eventsSince = [] }: ProblemDocument = error.document;
  return (
    <div className="note warn" role="alert">
      <strong>Something happened to {name} meanwhile.</strong>{' '}
      {currentVersion !== undefined && `It is at version ${currentVersion} now. `}
      Nothing was done. What would follow from there is shown above.
      {eventsSince.length > 0 && (
        <ul>
          {eventsSince.map(({ type, version, actor, occurredAt }) => (
            <li key={version}>
              {type}, by {actor}, <Time at={occurredAt} />
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

interface FormProps {
  readonly label: string;
  /** How many things must be confirmed by typing their number. */
  readonly typed: number | undefined;
  readonly ready: boolean;
  readonly progress: string | undefined;
  readonly onDo: (reason: string) => void;
  readonly onStop: () => void;
  readonly onCancel: () => void;
}

function Form({ label, typed, ready, progress, onDo, onStop, onCancel }: FormProps) {
  const [reason, setReason] = useState('');
  const [count, setCount] = useState('');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (ready && reason.trim() !== '') onDo(reason.trim());
  };
  const isSure = typed === undefined || count === String(typed);
  return (
    <form onSubmit={submit}>
      <label>
        Reason, for the record
        <input required maxLength={500} value={reason} onChange={(event) => setReason(event.target.value)} />
      </label>
      {typed !== undefined && (
        <label>
          Type {typed} to confirm that it is all of them
          <input
            required
            inputMode="numeric"
            value={count}
            onChange={(event) => setCount(event.target.value)}
          />
        </label>
      )}
      <div className="buttons">
        <button type="submit" className="main" disabled={!ready || !isSure || progress !== undefined}>
          {progress ? `${label}: ${progress}` : label}
        </button>
        {progress && (
          <button type="button" onClick={onStop}>
            Stop
          </button>
        )}
        <button type="button" onClick={onCancel}>
          Cancel
        </button>
      </div>
    </form>
  );
}
