import AsyncApi from '@asyncapi/react-component/lib/esm/without-parser.js';
import { createRoot } from 'react-dom/client';
import { resolved, type Json } from './model/asyncapi-document.js';

const schema = resolved((await (await fetch('/asyncapi.json')).json()) as Json);
const place = document.getElementById('asyncapi')!;
createRoot(place).render(<AsyncApi schema={schema} config={{ show: { sidebar: true } }} />);
