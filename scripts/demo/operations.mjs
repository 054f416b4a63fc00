/** Which operation of `/openapi.json` a request is, and which of them a tour has seen at work. */

export class Operations {
  #known;
  #walked = new Set();

  /** @param {{ paths: Record<string, Record<string, unknown>> }} document what the server publishes about itself */
  constructor(document) {
    this.#known = Object.entries(document.paths).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => ({
        name: `${method.toUpperCase()} ${path}`,
        method: method.toUpperCase(),
        pattern: new RegExp(`^${path.replace(/\{[^}]+\}/g, '[^/]+')}$`),
        variables: path.split('{').length,
      })),
    );
    // `/orders/live` is not `/orders/{id}`.
    this.#known.sort((one, other) => one.variables - other.variables);
  }

  get names() {
    return this.#known.map(({ name }) => name);
  }

  get walked() {
    return this.names.filter((name) => this.#walked.has(name));
  }

  /** @param {string} name such as `GET /v1/orders/{id}` */
  has(name) {
    return this.#known.some((one) => one.name === name);
  }

  /** A refusal alone does not show what an operation does. */
  saw(method, path, status) {
    const [pathname] = path.split('?');
    const found = this.#known.find((one) => one.method === method && one.pattern.test(pathname));
    if (found && status < 400) this.#walked.add(found.name);
  }
}
