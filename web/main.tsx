import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { queries } from './api/queries.js';
import { preloadScreens, router } from './router.js';
import { applyTheme } from './parts/theme.js';
import { applyZone } from './parts/zone.js';

applyTheme();
applyZone();
// A screen that nobody has opened yet must not be missing when the server is away.
addEventListener('load', () => setTimeout(preloadScreens, 1_000));
createRoot(document.getElementById('console')!).render(
  <StrictMode>
    <QueryClientProvider client={queries}>
      <RouterProvider router={router} />
    </QueryClientProvider>
  </StrictMode>,
);
