import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { ask } from '../api/client.js';
import { session } from '../api/queries.js';
import type { Session } from '../api/types.js';
import { Failure } from './Failure.js';

/** The token goes into a cookie that no script can read, and is forgotten here. */
export function SignIn({ demo }: { readonly demo: boolean }) {
  const [token, setToken] = useState('');
  const client = useQueryClient();
  const signIn = useMutation({
    mutationFn: (body: object) => ask<Session>('/console/session', { method: 'POST', body }),
    onSuccess: ({ body }) => {
      setToken('');
      client.setQueryData(session.queryKey, body);
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    signIn.mutate({ token });
  };
  return (
    <main className="sign-in">
      <h1>Waybill console</h1>
      {demo && (
        <p>
          <button type="button" className="main" onClick={() => signIn.mutate({ demo: 'operator' })}>
            Sign in as the demo operator
          </button>
        </p>
      )}
      <form onSubmit={submit}>
        <label>
          API key or token
          <input
            type="password"
            autoComplete="off"
            required
            value={token}
            onChange={(event) => setToken(event.target.value)}
          />
        </label>
        <button type="submit" disabled={signIn.isPending}>
          Sign in
        </button>
      </form>
      {signIn.error && <Failure error={signIn.error} />}
    </main>
  );
}
