/** What the component needs of AsyncAPI's parser: its models, without what validates. */
export * from '@asyncapi/parser/cjs/document.js';
export * from '@asyncapi/parser/cjs/stringify.js';
export * from '@asyncapi/parser/cjs/models/index.js';
