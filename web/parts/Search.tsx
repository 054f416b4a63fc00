import { useNavigate } from '@tanstack/react-router';
import { useState, type FormEvent } from 'react';

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** An id opens its order; anything else is taken for a SKU. */
export function Search() {
  const [given, setGiven] = useState('');
  const navigate = useNavigate();
  const go = (event: FormEvent) => {
    event.preventDefault();
    const text = given.trim();
    if (text === '') return;
    setGiven('');
    if (uuid.test(text)) void navigate({ to: '/orders/$orderId', params: { orderId: text.toLowerCase() } });
    else void navigate({ to: '/orders', search: { sku: text } });
  };
  return (
    <form role="search" onSubmit={go}>
      <input
        id="search"
        type="search"
        aria-label="Find an order by its id, or orders by SKU"
        placeholder="Order id or SKU  ( / )"
        value={given}
        onChange={(event) => setGiven(event.target.value)}
      />
    </form>
  );
}
