import AsyncApi from '@asyncapi/react-component/lib/esm/without-parser.js';
import { createRoot } from 'react-dom/client';
import { resolved, type Json } from './model/asyncapi-document.js';

const root = createRoot(document.getElementById('asyncapi')!);
try {
  const answer = await fetch('/asyncapi.json');
  if (!answer.ok) throw new Error(`the server answered ${answer.status}`);
  const schema = resolved((await answer.json()) as Json);
  root.render(<AsyncApi schema={schema} config={{ show: { sidebar: true } }} />);
} catch (error) {
  root.render(
    <p role="alert">
      The topics cannot be shown: {String(error)}. Reload to try again, or read them{' '}
      <a href="/asyncapi">without a program</a>.
    </p>,
  );
}
