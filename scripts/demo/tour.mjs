/** A walk through the product, step by step: what is sent, what is to be seen, and whether it was. */
import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { curl, follow, send } from './caller.mjs';
import { difference } from './seen.mjs';

/** Nobody waits for a fact longer than this; what is quick is seen at once. */
const PATIENCE_MS = 45_000;

/** A step was not as it should be; the rest of its chapter has nothing to stand on. */
export class StepFailed extends Error {}

const methods = { get: 'GET', post: 'POST', put: 'PUT', patch: 'PATCH', delete: 'DELETE' };

export class Tour {
  #number = 0;
  #chapter;

  /**
   * @param {object} parts
   * @param {{ url: string, tokens: Record<string, string>, customerId: string, otherCustomerId: string }} parts.server
   * @param {import('./operations.mjs').Operations} parts.operations
   * @param {object} parts.screen what is told to whoever walks
   */
  constructor({ server, operations, screen }) {
    Object.assign(this, { server, operations, screen });
    this.customerId = server.customerId;
    this.otherCustomerId = server.otherCustomerId;
    /** Part of the names of everything this walk makes, so that the next one makes its own. */
    this.mark = randomUUID().slice(0, 6).toUpperCase();
    this.failed = 0;
    /** Operations that this server, set as it is, cannot show, and why. @type {Map<string, string>} */
    this.unshown = new Map();
  }

  /** Nothing new is begun, and what a chapter has to put back is put back. */
  stop() {
    this.isStopped = true;
    this.screen.close();
  }

  get steps() {
    return this.#number;
  }

  /** @param {{ name: string, title: string, about: string, walk(tour: Tour): Promise<void> }} chapter */
  async walk(chapter) {
    if (this.isStopped) return;
    this.#chapter = chapter;
    await this.screen.chapter(chapter);
    try {
      await chapter.walk(this);
    } catch (error) {
      if (error instanceof StepFailed) return;
      // A fault of the chapter, or an answer of another shape than it reads.
      this.#number++;
      this.#tell({ title: `${chapter.title}: the rest`, curl: '', toSee: '' }, 0, error.message);
    }
  }

  /**
   * @param {string} title what happens, in the words of the business
   * @param {object} wish one of get, post, put, patch, delete with the path; `as` whom (operator), `body`, `headers`,
   *   `key` (a new one for every POST; false for none), `status` (any success), `allow` others too, `see` (see difference), `header` (the
   *   same for headers), `until` it is so, `toSee` in words, `why` for a reader, `putsBack` what must not stay
   */
  async step(title, wish) {
    let request = requestOf(wish);
    const { toSee, why, putsBack } = wish;
    if (this.isStopped && !putsBack) throw new StepFailed('stopped');
    const step = { title, toSee, why, curl: curl(request), operation: `${request.method} ${request.path}` };
    await this.screen.before(step);
    const began = performance.now();
    let reply;
    let wrong;
    do {
      if (wrong !== undefined) {
        await sleep(100);
        // Under its old key it would get its old answer.
        request = requestOf(wish);
        step.curl = curl(request);
      }
      reply = await send(this.server, request).catch((error) => ({ status: 0, text: String(error), error }));
      wrong = wrongWith(reply, wish);
    } while (wrong !== undefined && wish.until && !this.isStopped && performance.now() - began < PATIENCE_MS);
    if (wrong === undefined) this.operations.saw(request.method, request.path, reply.status);
    this.#number++;
    this.#tell({ ...step, reply }, performance.now() - began, wrong);
    if (wrong !== undefined) throw new StepFailed(wrong);
    return reply;
  }

  /** Server-sent events: `path`, `as`, `headers`, `enough` of them, `see` the list of their names. */
  async follow(title, { path, as = 'customer', headers, enough, see, toSee, why }) {
    const request = { method: 'GET', path, as, headers };
    const step = { title, toSee, why, curl: curl(request, true), operation: `GET ${path}` };
    await this.screen.before(step);
    const began = performance.now();
    const reply = await follow(this.server, request, enough).catch((error) => ({
      status: 0,
      events: [],
      error,
    }));
    const names = reply.events.map(({ event }) => event);
    const wrong =
      reply.status === 200 ? difference(names, see, 'the events') : `the status is ${reply.status}`;
    if (wrong === undefined) this.operations.saw('GET', path, 200);
    this.#number++;
    const text = names.join(', ');
    this.#tell({ ...step, reply: { status: reply.status, text } }, performance.now() - began, wrong);
    if (wrong !== undefined) throw new StepFailed(wrong);
    return reply.events;
  }

  /** What a program sees and no request shows: a webhook that arrives, a signature. */
  async check(title, { toSee, why, look }) {
    const step = { title, toSee, why, curl: '' };
    await this.screen.before(step);
    const began = performance.now();
    let found;
    while (!(found = await look()) && performance.now() - began < PATIENCE_MS) await sleep(50);
    this.#number++;
    this.#tell(step, performance.now() - began, found ? undefined : 'it was not seen');
    if (!found) throw new StepFailed(title);
    return found;
  }

  #tell(step, ms, wrong) {
    if (wrong !== undefined) this.failed++;
    const { name } = this.#chapter;
    this.screen.after({ chapter: name, number: this.#number, ...step, ms: Math.round(ms), wrong });
  }
}

function requestOf(wish) {
  const verb = Object.keys(methods).find((name) => wish[name] !== undefined);
  const { as = 'operator', body, headers, key } = wish;
  const method = methods[verb];
  const ownKey = method === 'POST' && key !== false ? (key ?? randomUUID()) : undefined;
  return { method, path: wish[verb], as, body, headers, key: ownKey };
}

function wrongWith(reply, { status, allow = [], see, header }) {
  if (reply.error) return reply.text;
  const isExpected = status === undefined ? reply.status < 400 : reply.status === status;
  const isGood = isExpected || allow.includes(reply.status);
  if (!isGood) {
    const problem = reply.body?.code ? `, ${reply.body.code}: ${reply.body.detail}` : '';
    return `the status is ${reply.status}${status === undefined ? '' : `, not ${status}`}${problem}`;
  }
  const headers = Object.entries(header ?? {}).map(([name, wanted]) =>
    difference(reply.headers.get(name), wanted, name),
  );
  const subject = reply.body ?? reply.text;
  return headers.find(Boolean) ?? (see === undefined ? undefined : difference(subject, see));
}
