import { getHealth } from '#functions/app/open/get-health.ts';
import { unsubscribe } from '#functions/app/open/unsubscribe.ts';
import { httpHandler } from '#functions/platform/http.ts';
import { openRoutes } from '#shared/contract/routes/open.ts';
import apiDocument from '../../docs/openapi.json' with { type: 'json' };

export const handler = httpHandler(
  openRoutes,
  { getHealth, unsubscribe, getApiDocument: async () => apiDocument as Record<string, unknown> },
  {},
);
