import * as z from 'zod';
import { route } from '../route.ts';
import { Done } from '../views.ts';

/** Without an account: health, the API document, and the one-click unsubscribe of RFC 8058. */
export const openRoutes = {
  getHealth: route({
    method: 'GET',
    path: '/health',
    group: 'open',
    summary: 'Is Porchlight answering',
    scope: 'public',
    can: [],
    response: z.object({ status: z.literal('ok'), now: z.string() }),
    errors: [],
    data: 'none',
  }),
  getApiDocument: route({
    method: 'GET',
    path: '/openapi.json',
    group: 'open',
    summary: 'This document (OpenAPI 3.1)',
    scope: 'public',
    can: [],
    response: z.record(z.string(), z.unknown()),
    errors: [],
    data: 'none',
  }),
  unsubscribe: route({
    method: 'POST',
    path: '/unsubscribe/{link}',
    group: 'open',
    summary: 'Stop seasonal prompts, or announcements to a guardian, for whom the link was mailed to',
    scope: 'link',
    can: [],
    params: z.object({ link: z.string().max(200) }),
    response: Done,
    errors: ['NOT_FOUND'],
    data: 'write',
  }),
};
