import { describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { event } from './event.js';
import { sagaKnowing, sends } from './saga-definition.js';
import type { Reason } from './saga-table.js';

const order = z.strictObject({ id: z.string() });
class Placed extends event('Placed', order) {}
class Cancelled extends event('Cancelled', order) {}
class Moved extends event('Moved', order.extend({ to: z.string() })) {}
class Sent extends event('Sent', order.extend({ parcel: z.string() })) {}
class Refused extends event('Refused', order.extend({ why: z.string() })) {}
class Called extends event('Called', order) {}
class Nameless extends event('Nameless', z.strictObject({ nobody: z.literal(true) })) {}

const commandOf = <Data extends object>() =>
  class {
    constructor(
      readonly data: Data,
      readonly by: unknown,
    ) {}
  };
class Send extends commandOf<{ id: string; to: string }>() {}
class Call extends commandOf<{ id: string }>() {}
class Tell extends commandOf<{ id: string; parcel: string }>() {}
class End extends commandOf<{ id: string; code: 'refused' | 'cancelled' | 'operator' }>() {}

type Known = { id: string; to?: string };
const { saga, step, contextUpdate } = sagaKnowing<Known, { PATIENCE_MS: number }>();
const asks = sends(Send, ({ id, to = '' }: Known) => ({ id, to }));
const compensation = sends(Call, ({ id }: Known) => ({ id }));
const forward = { asks, succeededBy: Sent, failedBy: Refused };
const send = step({
  ...forward,
  name: 'send',
  because: ({ why }) => ({ code: 'refused', detail: why }),
  compensation,
  compensatedBy: [Called],
});
const look = step({ ...forward, name: 'look', because: ({ why }) => ({ code: 'refused', detail: why }) });
const rest = {
  name: 'toy',
  version: 1,
  starts: Placed,
  cancels: Cancelled,
  because: () => ({ code: 'cancelled', detail: '' }) as const,
};
type Cause = Reason<'refused' | 'cancelled' | 'operator'>;
const notifiesCompensated = [sends(End, ({ id }: Known, { code }: Cause) => ({ id, code }))];
const sagaOf = ({ id }: Known) => id;

describe('The table of a saga', () => {
  it('knows the names of its steps', () => {
    const { steps } = saga({ ...rest, sagaOf, steps: [send, look], notifiesCompensated });
    const names: ('send' | 'look')[] = steps.map(({ name }) => name);
    expect(names).toEqual(['send', 'look']);
    const context = (known: Known, { to }: Moved['data']) => ({ ...known, to });
    const contextUpdates = [contextUpdate({ from: Moved, before: 'send', context })];
    saga({ ...rest, sagaOf, steps: [send], notifiesCompensated, contextUpdates });
    // @ts-expect-error there is no such step
    saga({ ...rest, sagaOf, steps: [look], notifiesCompensated, contextUpdates });
  });

  it('names only causes that those who hear of the end know', () => {
    const late = step({ ...forward, name: 'late', because: () => ({ code: 'too-late', detail: '' }) });
    // @ts-expect-error nobody knows `too-late`
    saga({ ...rest, sagaOf, steps: [send, late], notifiesCompensated });
    const slow = step({
      ...{ ...forward, name: 'slow', because: () => ({ code: 'refused', detail: '' }) as const },
      timeoutMs: (_, { PATIENCE_MS }) => PATIENCE_MS,
      onTimeout: { code: 'too-slow', detail: '' },
    });
    // @ts-expect-error nobody knows `too-slow`
    saga({ ...rest, sagaOf, steps: [slow], notifiesCompensated });
    const forgetful = sends(End, ({ id }: Known, { code }: Reason<'refused' | 'cancelled'>) => ({
      id,
      code,
    }));
    // @ts-expect-error nobody knows that an operator may turn it round
    saga({ ...rest, sagaOf, steps: [send], notifiesCompensated: [forgetful] });
  });

  it('has a whole way back or none, and patience with a reason or none', () => {
    const because = () => ({ code: 'refused', detail: '' }) as const;
    // @ts-expect-error nothing says that it is undone
    step({ ...forward, name: 'send', because, compensation });
    // @ts-expect-error nothing could be undone
    step({ ...forward, name: 'send', because, compensation, compensatedBy: [] });
    // @ts-expect-error there is no way back
    step({ ...forward, name: 'send', because, compensatedBy: [Called] });
    // @ts-expect-error there is no way back
    step({ ...forward, name: 'send', because, staysCompensated: true });
    // @ts-expect-error what it means is not said
    step({ ...forward, name: 'send', because, timeoutMs: () => 1 });
    expect([send.compensatedBy, look.compensatedBy]).toEqual([[Called], undefined]);
  });

  it('gives each handler the data of the event beside it', () => {
    const said = send.because(new Refused({ id: 'x', why: 'closed' }).data);
    expect(said).toEqual({ code: 'refused', detail: 'closed' });
    // @ts-expect-error a refusal has no parcel
    step({ ...forward, name: 'send', because: ({ parcel }) => ({ code: 'refused', detail: parcel }) });
    const tell = sends(Tell, ({ id }: Known, { parcel }: { parcel: string }) => ({ id, parcel }));
    step({ ...forward, name: 'send', because: send.because, notifies: [tell] });
    // @ts-expect-error what has been moved has no parcel
    step({ ...forward, succeededBy: Moved, name: 'send', because: send.because, notifies: [tell] });
    // @ts-expect-error the command has no such data
    sends(Call, ({ id }: Known) => ({ order: id }));
  });

  it('hears only of what says to which saga it belongs', () => {
    const nameless = step({
      ...forward,
      failedBy: Nameless,
      name: 'send',
      because: () => ({ code: 'refused', detail: '' }) as const,
    });
    // @ts-expect-error its bad end could be anybody's
    saga({ ...rest, sagaOf, steps: [nameless], notifiesCompensated });
  });

  it('asks nothing anew that cannot be taken back', () => {
    const contextUpdates = [
      contextUpdate({
        from: Moved,
        before: 'look',
        redo: 'moved',
        context: (known, { to }) => ({ ...known, to }),
      }),
    ];
    expect(() => saga({ ...rest, sagaOf, steps: [look], notifiesCompensated, contextUpdates })).toThrow(
      'look has no way back, so it cannot be asked anew',
    );
  });
});
