import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { parseJson } from './json-body.js';

const parse = (text: string) => parseJson(Buffer.from(text));

describe('a JSON body', () => {
  it('is read like JSON.parse would, whatever it holds', () => {
    const body = fc.jsonValue({ maxDepth: 5 });
    fc.assert(
      fc.property(body, (value) => {
        const text = JSON.stringify(value);
        if (/__proto__/.test(text)) return;
        expect(parse(text)).toEqual(JSON.parse(text));
      }),
    );
  });

  it('may hold the same name in different objects, and names as values', () => {
    const text = '{"a":{"a":1},"b":[{"a":1},{"a":"a"}],"c":"\\"a\\":1","d":"b"}';
    expect(parse(text)).toEqual(JSON.parse(text));
  });

  it.each(['{"a":1,"a":2}', '{"a":1,"\\u0061":2}', '{"x":[{"b":{}, "b" :1}]}'])(
    'never a name twice: %s',
    (text) => {
      expect(() => parse(text)).toThrow('twice');
    },
  );

  it('goes 20 levels deep and no further', () => {
    const deep = (levels: number) => '['.repeat(levels) + ']'.repeat(levels);
    expect(() => parse(deep(20))).not.toThrow();
    expect(() => parse(deep(21))).toThrow('20 levels');
  });

  it.each(['{"__proto__":{}}', '{"a":{"\\u005f_proto__":1}}'])('never touches prototypes: %s', (text) => {
    expect(() => parse(text)).toThrow('__proto__');
  });

  it('is UTF-8', () => {
    expect(() => parseJson(Buffer.from([0x22, 0xc3, 0x28, 0x22]))).toThrow('UTF-8');
  });

  it('may be empty, which is no body', () => {
    expect(parseJson(Buffer.alloc(0))).toBeUndefined();
  });
});
