import type { Candidate } from '../api/types.js';
import { linesOf, MOST, sentencesOf, type Line, type Previewed } from '../model/previews.js';
import { verbOf, type Action } from '../model/verbs.js';

interface Props {
  readonly action: Action;
  readonly previews: readonly Previewed[] | undefined;
  readonly isBusy: boolean;
  readonly onMeant: (meant: Candidate) => void;
}

/** What would be recorded and sent, and what would be refused, before anything is done. */
export function Preview({ action, previews, isBusy, onMeant }: Props) {
  const { follows, isFinal } = verbOf(action.rel);
  const refused = previews?.filter((preview) => preview.refused) ?? [];
  const candidates = refused.flatMap((preview) => preview.refused?.candidates ?? []);
  return (
    <section aria-label="What would follow" aria-busy={isBusy} className="preview">
      <p>
        {follows} {isFinal && <strong>This cannot be taken back.</strong>}
      </p>
      {!previews && <p className="quiet">Asking what would follow…</p>}
      {previews && <Lines lines={sentencesOf(previews)} />}
      {previews && <Follows previews={previews} />}
      {candidates.length > 0 ? (
        <Choice candidates={candidates} onMeant={onMeant} />
      ) : (
        refused.map(({ target, refused: why }) => (
          <p key={target.href} className="note bad">
            <strong>Would be refused: {target.name}.</strong> {why?.title}: {why?.detail}
          </p>
        ))
      )}
      {action.targets.length > MOST && (
        <p className="note warn">Only the {MOST} oldest are done now; the others stay where they are.</p>
      )}
    </section>
  );
}

function Follows({ previews }: { readonly previews: readonly Previewed[] }) {
  const { records, sends } = linesOf(previews);
  const states = new Set(previews.flatMap(({ after }) => after?.state ?? []));
  if (states.size === 0) return null;
  return (
    <dl>
      <dt>Recorded</dt>
      <dd>
        <Lines lines={records} />
      </dd>
      <dt>Sent</dt>
      <dd>{sends.length > 0 ? <Lines lines={sends} /> : 'nothing'}</dd>
      <dt>Afterwards</dt>
      <dd>{[...states].join(', ').replaceAll('-', ' ')}</dd>
    </dl>
  );
}

const Lines = ({ lines }: { readonly lines: readonly Line[] }) =>
  lines.length > 0 && (
    <ul>
      {lines.map(({ text, count }) => (
        <li key={text}>
          {count > 1 && `${count} × `}
          {text}
        </li>
      ))}
    </ul>
  );

function Choice({
  candidates,
  onMeant,
}: Pick<Props, 'onMeant'> & { readonly candidates: readonly Candidate[] }) {
  return (
    <fieldset>
      <legend>Several things could be meant. Which one?</legend>
      {candidates.map((candidate) => (
        <button
          key={`${candidate.step} ${candidate.direction} ${candidate.command ?? ''}`}
          type="button"
          onClick={() => onMeant(candidate)}
        >
          {candidate.step} ({candidate.direction}){candidate.command && `: ${candidate.command}`}
        </button>
      ))}
    </fieldset>
  );
}
