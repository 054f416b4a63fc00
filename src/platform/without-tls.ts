/** Judged as the address is read when it is called: `HTTP://...` is the same as `http://...`. */
export const isWithoutTls = (url: string | undefined): boolean =>
  url !== undefined && URL.canParse(url) && new URL(url).protocol === 'http:';
