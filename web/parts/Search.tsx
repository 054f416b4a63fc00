import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useEffect, useRef, useState, type FormEvent } from 'react';
import { found } from '../api/queries.js';
import { onlyPlaceOf } from '../model/places.js';

/** Opens what has the id or SKU; where that is not one thing, a screen shows what there is. */
export function Search() {
  const [given, setGiven] = useState('');
  const field = useRef<HTMLInputElement>(null);
  const latest = useRef('');
  const navigate = useNavigate();
  const client = useQueryClient();
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (event.key !== 'k' || !(event.ctrlKey || event.metaKey) || document.querySelector('dialog[open]'))
        return;
      event.preventDefault();
      field.current?.select();
    };
    addEventListener('keydown', listen);
    return () => removeEventListener('keydown', listen);
  }, []);
  const go = async (event: FormEvent) => {
    event.preventDefault();
    const q = given.trim();
    if (q === '') return;
    setGiven('');
    latest.current = q;
    // Why it cannot be told now is shown by the screen.
    const { items } = await client.fetchQuery({ ...found(q), retry: false }).catch(() => ({ items: [] }));
    // Whoever asked for something else meanwhile is not led away from it.
    if (latest.current !== q) return;
    await navigate(onlyPlaceOf(items, q) ?? { to: '/find', search: { q } });
    document.getElementById('main')?.focus();
  };
  return (
    <form role="search" onSubmit={(event) => void go(event)}>
      <input
        ref={field}
        id="search"
        type="search"
        aria-label="Find by id, SKU or correlation id"
        placeholder="Id or SKU  ( / or Ctrl K )"
        maxLength={200}
        value={given}
        onChange={(event) => setGiven(event.target.value)}
      />
    </form>
  );
}
