import { describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { personalData, World } from './promised-world.js';

/** The table of src/fulfilment/README.md: what may be answered, by command and state. */
function promised(): (command: string, state: string) => string[] {
  const readme = readFileSync('src/fulfilment/README.md', 'utf8');
  const [head, , ...rows] = readme.slice(readme.indexOf('| command ↓')).split('\n\n')[0]!.split('\n');
  const cells = (line: string) =>
    line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim());
  const states = cells(head!);
  const table = rows.map(cells);
  return (command, state) => {
    const cell = table.find(([name]) => name === command)?.[states.indexOf(state)] ?? '';
    return cell
      .replace(/[¹²³⁴]/g, '')
      .split(' or ')
      .map((answer) => answer.trim());
  };
}

type Deed = (world: World) => void | Promise<void>;
const deeds: Record<string, Deed> = {
  'time passes': (world) => world.pass(),
  'the saga hears': ({ led }) => led.hear(),
  'work is done': (world) => world.work(0),
  'other work is done': (world) => world.work(1),
  'the saga has things decided at once': (world) => world.decideAtOnce(true),
  'the saga leaves all to tasks': (world) => world.decideAtOnce(false),
  'the customer cancels': (world) => world.cancel(),
  'the customer cancels a unit': (world) => world.cancelUnit(),
  'the customer cancels another unit': (world) => world.cancelUnit(),
  'the address changes': (world) => world.changeAddress('NEW'),
  'the address changes again': (world) => world.changeAddress('NEWER'),
  'an operator refunds all': (world) => world.refund(2_500),
  'an operator refunds a part': (world) => world.refund(100),
  'the parcel leaves': ({ carrier }) => carrier.depart(),
  'the carrier is down': ({ carrier }) => void (carrier.weather = 'down'),
  'replies of the carrier get lost': ({ carrier }) => void (carrier.weather = 'replies get lost'),
  'the carrier is back': ({ carrier }) => void (carrier.weather = 'fine'),
  'the carrier takes its time': ({ carrier }) => void (carrier.next = 'pending'),
  'the carrier will refuse': ({ carrier }) => void (carrier.next = 'refused'),
  'the carrier will cancel': ({ carrier }) => void (carrier.next = 'cancelled'),
  'replies of the carrier stay on their way': ({ carrier }) => void (carrier.holds = true),
  'a process wakes up': ({ carrier }) => carrier.release(),
  'the gateway is down': ({ gateway }) => void (gateway.weather = 'down'),
  'the gateway is back': ({ gateway }) => void (gateway.weather = 'fine'),
  'the gateway takes its time': ({ gateway }) => void (gateway.next = 'pending'),
  'the gateway will decline': ({ gateway }) => void (gateway.next = 'declined'),
  'the gateway will cancel': ({ gateway }) => void (gateway.next = 'cancelled'),
  'the order is delivered': (world) => world.deliver(),
};

describe('The promises of an order on its way', () => {
  const mayAnswer = promised();
  const usual = ['time passes', 'the saga hears', 'work is done', 'other work is done'];
  const deed = fc.oneof(
    { weight: 5, arbitrary: fc.constantFrom(...usual) },
    fc.constantFrom(...Object.keys(deeds)),
  );

  it('hold in every order of arrival', async () => {
    const ends = new Map<string, number>();
    await fc.assert(
      fc.asyncProperty(fc.array(deed, { minLength: 10, maxLength: 50 }), async (story) => {
        const world = new World();
        for (const name of story) await deeds[name]!(world);
        for (const [state, command, answer] of world.answers) {
          expect([state, command, mayAnswer(command, state)]).toEqual([
            state,
            command,
            expect.arrayContaining([answer]),
          ]);
        }
        await world.rest();
        restsWhole(world, (await personalData.open(world.order.shippingAddress))!.postalCode);
        ends.set(world.shown, (ends.get(world.shown) ?? 0) + 1);
      }),
      { numRuns: 2_000 },
    );
    // A law about what never came to pass says nothing.
    expect([...ends.keys()].sort()).toEqual(['cancelled', 'delivered', 'shipped']);
  });
});

function restsWhole(
  { led, order, carrier, gateway, stock, reserved, answers, wanted, streams }: World,
  goesTo: string,
): void {
  expect([led.state.status, led.tasks.size]).toEqual([led.state.ended, 0]);
  const ends = streams.log.filter(({ event }) => /^Saga(Completed|Compensated)$/.test(event.type));
  const released = led.state.legs.filter(({ step, direction }) => step === 'reserve' && direction === 'undo');
  expect([ends.length, released.length]).toEqual([
    1,
    order.status === 'cancelled' ? released.length && 1 : 0,
  ]);
  const givenBack = answers.filter(([, command, answer]) => command === 'IssueRefund' && answer === 'done');
  if (order.status === 'cancelled') {
    expect([carrier.live, gateway.kept]).toEqual([[], 0]);
    expect(stock).toBe('released');
    return;
  }
  expect(order.status).toMatch(/shipped|delivered/);
  expect(carrier.live.map(({ to }) => to)).toEqual([goesTo]);
  if (wanted && !carrier.hasLeft) expect(goesTo).toBe(wanted);
  const [{ quantity: left }] = order.items as [{ quantity: number }];
  expect([stock, reserved, carrier.live[0]!.units]).toEqual(['consumed', left, left]);
  if (givenBack.length === 0) expect(gateway.kept).toBe(left * 1_250);
  for (const [state] of givenBack) expect(state).toMatch(/shipped|delivered/);
}
