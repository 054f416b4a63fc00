import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Browser } from './browser.js';

type Page = Browser['page'];

/** Where those of this run are put, as they are. */
const FOLDER = path.join(tmpdir(), 'waybill-pictures');
/** `PICTURES=renew`: from now on they shall look like this. */
const isRenewed = process.env['PICTURES'] === 'renew';
/** Those that the README shows stand there; the others are small, as nobody but this looks at them. */
const shownInReadme: readonly string[] = ['order', 'dialog'];
const goldenOf = (name: string) =>
  shownInReadme.includes(name)
    ? path.resolve('docs', 'images', `console-${name}.png`)
    : path.resolve('test', 'console-pictures', `${name}.webp`);
const boxesOf = (name: string) => path.resolve('test', 'console-pictures', `${name}.json`);

/** Of the width and height of the window: so much may anything be elsewhere, or larger. */
const SLACK = 0.04;
/** Of 255: letters that run a little differently stay below it, a box that is not there does not. */
const SHADE = 14;
/** Of all squares of the picture. */
const SHARE = 0.02;

interface Layout {
  /** How wide letters of both kinds run: where they are others, a picture says nothing. */
  readonly letters: readonly number[];
  /** Left, top, width and height of what makes up the screen, in shares of the window. */
  readonly boxes: Readonly<Record<string, readonly number[]>>;
}

/** In the page: the parts of the screen, as far as they are in sight. */
const LAYOUT = `(() => {
  const probe = document.body.appendChild(document.createElement('div'));
  const letters = ['system-ui, sans-serif', 'ui-monospace, monospace'].map((family) => {
    Object.assign(probe.style, { position: 'absolute', font: '20px ' + family, whiteSpace: 'nowrap' });
    probe.textContent = 'Zwei Boxkämpfer jagen Eva quer durch Sylt 0123456789';
    return Math.round(probe.getBoundingClientRect().width);
  });
  probe.remove();
  const boxes = {};
  const parts = ['header.bar', 'header.bar nav', 'header.bar form', '.who', 'main', 'main > *', '.tiles > li', '.lane > li', '.timeline', '.stood', '.filters', 'dialog', 'dialog form'];
  for (const part of parts) {
    [...document.querySelectorAll(part)].forEach((element, at) => {
      const { x, y, width, height } = element.getBoundingClientRect();
      if (width === 0 || height === 0 || y > innerHeight) return;
      const ends = Math.min(y + height, innerHeight);
      boxes[part + ' ' + at] = [x / innerWidth, y / innerHeight, width / innerWidth, (ends - y) / innerHeight].map((n) => Math.round(n * 1000) / 1000);
    });
  }
  return { letters, boxes };
})()`;

/** In the page: a picture as squares of 20 pixels, red, green and blue each. */
const SQUARES = `async (base64) => {
  const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
  const size = { resizeWidth: 64, resizeHeight: 45, resizeQuality: 'high' };
  const context = new OffscreenCanvas(64, 45).getContext('2d');
  context.drawImage(await createImageBitmap(new Blob([bytes]), size), 0, 0);
  return [...context.getImageData(0, 0, 64, 45).data];
}`;

/** In the page: the picture, small. */
const SMALL = `async (base64) => {
  const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
  const canvas = new OffscreenCanvas(640, 450);
  const size = { resizeWidth: 640, resizeHeight: 450, resizeQuality: 'high' };
  canvas.getContext('2d').drawImage(await createImageBitmap(new Blob([bytes]), size), 0, 0);
  const blob = await canvas.convertToBlob({ type: 'image/webp', quality: 0.6 });
  return btoa(String.fromCharCode(...new Uint8Array(await blob.arrayBuffer())));
}`;

/**
 * Takes a picture of what is in the window and compares it with the one that is kept.
 *
 * @param isSpoilt on purpose: it is not how it shall look
 * @returns what is another than it was: nothing, if all is well
 */
export async function unlikeBefore(page: Page, name: string, isSpoilt = false): Promise<string[]> {
  await page.evaluate('Promise.allSettled(document.getAnimations().map(({ finished }) => finished))');
  // What a mouse happens to lie on looks different.
  await page.mouse.move(0, 0);
  const layout = await page.evaluate<Layout>(LAYOUT);
  const png = await page.screenshot({ animations: 'disabled', caret: 'hide' });
  await mkdir(FOLDER, { recursive: true });
  if (!isSpoilt) await writeFile(path.join(FOLDER, `${name}.png`), png);
  if (isRenewed && !isSpoilt) await keep(page, name, png, layout);
  if (!existsSync(boxesOf(name))) return [`no picture is kept of ${name}: PICTURES=renew`];
  const kept = JSON.parse(await readFile(boxesOf(name), 'utf8')) as Layout;
  const moved = movedIn(kept, layout);
  if (String(kept.letters) !== String(layout.letters)) {
    process.stderr.write(
      `letters of this machine are others than in the pictures: ${name} is compared by boxes\n`,
    );
    return moved;
  }
  const squares = async (bytes: Buffer) =>
    page.evaluate<number[]>(`(${SQUARES})("${bytes.toString('base64')}")`);
  const share = shareOfOthers(await squares(png), await squares(await readFile(goldenOf(name))));
  return share > SHARE
    ? [...moved, `${(share * 100).toFixed(1)} % of ${name} look different: see ${FOLDER}`]
    : moved;
}

async function keep(page: Page, name: string, png: Buffer, layout: Layout): Promise<void> {
  await mkdir(path.dirname(boxesOf(name)), { recursive: true });
  await writeFile(boxesOf(name), `${JSON.stringify(layout)}\n`);
  const small = shownInReadme.includes(name)
    ? png
    : Buffer.from(await page.evaluate<string>(`(${SMALL})("${png.toString('base64')}")`), 'base64');
  await writeFile(goldenOf(name), small);
}

function movedIn(was: Layout, is: Layout): string[] {
  const names = [...new Set([...Object.keys(was.boxes), ...Object.keys(is.boxes)])];
  return names.flatMap((name) => {
    const [before, now] = [was.boxes[name], is.boxes[name]];
    if (!before || !now) return [`${name} is ${now ? 'new' : 'gone'}`];
    const isNear = before.every((n, at) => Math.abs(n - now[at]!) <= SLACK);
    return isNear ? [] : [`${name} was at ${before.join(' ')}, is at ${now.join(' ')}`];
  });
}

function shareOfOthers(is: readonly number[], was: readonly number[]): number {
  let others = 0;
  for (let at = 0; at < is.length; at += 4)
    if ([0, 1, 2].some((colour) => Math.abs(is[at + colour]! - was[at + colour]!) > SHADE)) others++;
  return others / (is.length / 4);
}
