import type { CDPSession } from 'playwright-core';
import type { Browser } from './browser.js';

type Page = Browser['page'];

const REFUSED = 'a keyboard has no';
/** More than any screen has. */
const MOST = 300;

/** In the page: whatever a hand does that holds a mouse or touches is stopped before it reaches anything, and told. */
const REFUSE = `(() => {
  const ofMice = ['pointerdown', 'pointerup', 'mousedown', 'mouseup', 'click', 'auxclick', 'dblclick', 'touchstart', 'wheel'];
  const refuse = (event) => {
    // A key that presses a button or follows a link is a click without a pointer.
    if (event.type === 'click' && event.isTrusted && event.detail === 0) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    console.error('${REFUSED} ' + event.type);
  };
  for (const type of ofMice) addEventListener(type, refuse, { capture: true, passive: false });
})()`;

/** In the page: what the thing in focus is, and what is written on it. */
const FOCUSED = `(({ localName, ariaLabel, labels, textContent }) =>
  localName + ': ' + (ariaLabel ?? labels?.[0]?.textContent ?? textContent).trim())(document.activeElement)`;

/** In the page: what is in focus, unless it was before; the page itself is nothing that can be used. */
const REACHED = `((focus) => {
  if (wayOfTheFocus.has(focus)) return undefined;
  if (focus !== document.body) wayOfTheFocus.add(focus);
  return focus;
})(document.activeElement)`;

/** Somebody who has nothing but a keyboard. */
export interface Hand {
  press(...keys: readonly string[]): Promise<void>;
  type(text: string): Promise<void>;
  /** Tab by tab until the focus is on what begins so. @throws Error where no Tab leads there */
  tabTo(tag: 'a' | 'button' | 'input' | 'summary', text: string): Promise<void>;
  /** Whatever Tab reaches, from the focus on and round to it again: role and name, a line each. */
  wayOfTheFocus(): Promise<string>;
  /** What somebody tried with a mouse. */
  readonly refused: string[];
  putDown(): Promise<void>;
}

/** From now on the page hears a keyboard only. */
export async function keyboardOnly(page: Page): Promise<Hand> {
  const session = await page.context().newCDPSession(page);
  await session.send('Page.enable');
  const { identifier } = await session.send('Page.addScriptToEvaluateOnNewDocument', { source: REFUSE });
  await page.evaluate(REFUSE);
  const refused: string[] = [];
  const hear = (message: { text(): string }) => {
    if (message.text().startsWith(REFUSED)) refused.push(message.text());
  };
  page.on('console', hear);
  return {
    refused,
    press: async (...keys) => {
      for (const key of keys) await page.keyboard.press(key);
    },
    type: (text) => page.keyboard.type(text),
    tabTo: (tag, text) => tabTo(page, `${tag}: ${text}`),
    wayOfTheFocus: () => wayOfTheFocus(page, session),
    putDown: async () => {
      page.off('console', hear);
      await session.send('Page.removeScriptToEvaluateOnNewDocument', { identifier });
      await session.detach();
      await page.reload();
    },
  };
}

async function tabTo(page: Page, wanted: string): Promise<void> {
  for (let times = 0; times < MOST; times++) {
    await page.keyboard.press('Tab');
    if ((await page.evaluate<string>(FOCUSED)).startsWith(wanted)) return;
  }
  throw new Error(`Tab does not lead to ${wanted}`);
}

async function wayOfTheFocus(page: Page, session: CDPSession): Promise<string> {
  await page.evaluate('void (globalThis.wayOfTheFocus = new Set())');
  const way: string[] = [];
  for (let times = 0; times < MOST; times++) {
    const { result } = await session.send('Runtime.evaluate', { expression: REACHED });
    const { objectId, className } = result;
    if (!objectId) return inGeneral(way.join('\n'));
    if (className !== 'HTMLBodyElement') way.push(await saidOf(session, objectId));
    await page.keyboard.press('Tab');
  }
  throw new Error(`the focus does not come round: ${way.slice(-20).join('; ')}`);
}

/** By the browser's own tree for readers of screens. */
async function saidOf(session: CDPSession, objectId: string): Promise<string> {
  const wish = { objectId, fetchRelatives: false };
  const [node] = (await session.send('Accessibility.getPartialAXTree', wish)).nodes;
  return `${String(node?.role?.value)} “${String(node?.name?.value)}”`;
}

/** What a screen says, without what is another each time; of rows that are alike only the first. */
export function inGeneral(text: string): string {
  return `${text}\n`
    .replace(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/gi, '(id)')
    .replace(/\bSPS[0-9A-F]{12,}/g, '(parcel)')
    .replace(/\b[a-z]+\.[a-z][a-z-]+/g, '(name)')
    .replace(/\d{4}-\d\d-\d\dT[\d:.]+Z|\d{4}-\d\d-\d\d \d\d:\d\d(:\d\d)? UTC|\d\d:\d\d UTC/g, '(time)')
    .replace(/just now|\b(in )?\d+ (s|min|h|d)( ago)?\b/g, '(ago)')
    .replace(/(?<!\[level=)\d+/g, 'n')
    .replace(EVENT, '(event)')
    .replace(/((?:^.*\n){1,8}?)\1+/gm, '$1');
}
/** Of a timeline: what happens in two rooms at the same time has no order. */
const EVENT = /[A-Z]\w+ \w+ · [\w:()-]+ ·|strong: [A-Z]\w+\n *- text: \w+ · [\w:()-]+ ·/g;
