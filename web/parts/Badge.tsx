const looks: Readonly<Record<string, readonly [icon: string, tone: string]>> = {
  draft: ['○', 'quiet'],
  waiting: ['○', 'quiet'],
  confirmed: ['◔', 'busy'],
  started: ['◔', 'busy'],
  running: ['◔', 'busy'],
  rebuilding: ['◔', 'busy'],
  retrying: ['◔', 'busy'],
  paid: ['◑', 'busy'],
  shipped: ['◕', 'good'],
  delivered: ['●', 'good'],
  done: ['✓', 'good'],
  completed: ['✓', 'good'],
  compensating: ['↩', 'busy'],
  compensated: ['↩', 'quiet'],
  cancelled: ['✕', 'quiet'],
  suppressed: ['–', 'quiet'],
  queued: ['◔', 'busy'],
  pending: ['◔', 'busy'],
  discarded: ['✕', 'quiet'],
  replayed: ['✓', 'good'],
  approved: ['✓', 'good'],
  rejected: ['✕', 'quiet'],
  returned: ['↩', 'quiet'],
  paused: ['‖', 'warn'],
  failed: ['✕', 'warn'],
  unknown: ['?', 'warn'],
};

/** A state as icon and word; never by its colour alone. */
export function Badge({ state, children }: { readonly state: string; readonly children?: string }) {
  const [icon, tone] = looks[state] ?? ['!', 'bad'];
  return (
    <span className={`badge ${tone}`}>
      <span aria-hidden="true">{icon}</span> {children ?? state.replaceAll('-', ' ')}
    </span>
  );
}
