declare module '@asyncapi/react-component/lib/esm/without-parser.js' {
  export { default } from '@asyncapi/react-component/lib/types/without-parser.js';
}
