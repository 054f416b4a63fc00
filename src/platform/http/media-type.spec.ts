import { describe, expect, it } from '@jest/globals';
import { isJson, isUtf8, preferred } from './media-type.js';

describe('a body is JSON when its media type says so', () => {
  it.each([
    'application/json',
    'application/json; charset=utf-8',
    'application/json;charset=UTF-8',
    'Application/JSON ; Charset="UTF-8"',
    '\tapplication/json\t;\tcharset=utf-8',
    'application/json;',
    'application/json; version=1; charset=utf-8',
    'application/json; note="a;charset=utf-16"',
    'application/vnd.shop+json; charset=utf-8',
    'application/merge-patch+JSON',
    'application/json; charset=utf8',
  ])('%s', (type) => {
    expect([isJson(type), isUtf8(type)]).toEqual([true, true]);
  });

  it.each(['text/plain', 'application/jsonp', 'application/xjson', 'text/json', 'json', '', 'application/'])(
    'and not when it is %j',
    (type) => {
      expect(isJson(type)).toBe(false);
    },
  );

  it.each(['utf-16', '"UTF-16"', 'iso-8859-1', '" utf-8"', "'utf-8'"])(
    'but only in UTF-8, not in %s',
    (charset) => {
      expect(isUtf8(`application/json; CHARSET=${charset}`)).toBe(false);
    },
  );
});

describe('of two forms a reader gets', () => {
  it.each([
    [undefined, 'application/json'],
    ['*/*', 'application/json'],
    ['text/html,application/xhtml+xml,*/*;q=0.8', 'text/html'],
    ['TEXT/HTML', 'text/html'],
    ['text/*', 'text/html'],
    ['text/html;q=0.1, application/json', 'application/json'],
    ['text/html;q=0', 'application/json'],
    ['application/json, text/html;q=0.9', 'application/json'],
    ['image/png', 'application/json'],
  ])('for Accept: %s the form %s', (accept, form) => {
    expect(preferred(accept, 'application/json', 'text/html')).toBe(form);
  });
});
