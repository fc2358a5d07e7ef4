import { writeFileSync } from 'node:fs';
import * as z from 'zod';
import {
  createDocument,
  type ZodOpenApiContentObject,
  type ZodOpenApiOperationObject,
  type ZodOpenApiPathsObject,
  type ZodOpenApiResponsesObject,
} from 'zod-openapi';
import { routeList } from '#shared/contract/contract.ts';
import { type ErrorCode, errorStatus, Problem } from '#shared/contract/errors.ts';
import type { RouteDefinition } from '#shared/contract/route.ts';
import { InvitationView } from '#shared/contract/routes/families.ts';
import { NationalDistrictLine } from '#shared/contract/routes/national.ts';
import { PersonView } from '#shared/contract/routes/people.ts';
import { ClaimView, VisitView } from '#shared/contract/routes/visits.ts';
import { PayBatch } from '#shared/domain/claim/model.ts';
import { SchoolYear } from '#shared/domain/district/model.ts';
import { PolicySettings } from '#shared/domain/policy/model.ts';
import { Reflection } from '#shared/domain/reflection/model.ts';
import { Training } from '#shared/domain/training/model.ts';
import { VisitMember } from '#shared/domain/visit/model.ts';

const ProblemDetails = Problem.meta({ id: 'Problem', description: 'RFC 9457 problem details' });

/** Shapes that several routes share, described once. */
const named = {
  Visit: VisitView,
  VisitMember,
  Claim: ClaimView,
  Reflection,
  Person: PersonView,
  PolicySettings,
  SchoolYear,
  Invitation: InvitationView,
  Training,
  PayBatch,
  NationalDistrict: NationalDistrictLine,
};

/** Codes any route of a scope may answer, besides its own. */
const common = (route: RouteDefinition): ErrorCode[] => [
  'BAD_REQUEST',
  ...(route.scope === 'tenant' || route.scope === 'national'
    ? (['NOT_SIGNED_IN', 'NOT_ALLOWED'] as const)
    : []),
  'INTERNAL',
  'BUSY',
];

function operationOf(route: (typeof routeList)[number]): ZodOpenApiOperationObject {
  const codes = [...new Set([...common(route), ...route.errors])];
  const statuses = [...new Set(codes.map((code) => errorStatus[code]))].sort();
  const changes = route.method !== 'GET';
  return {
    operationId: route.id,
    summary: route.summary,
    tags: [route.group],
    ...(route.scope === 'tenant' || route.scope === 'national' ? { security: [{ accessToken: [] }] } : {}),
    ...(route.can.length > 0 ? { 'x-permission-any-of': [...route.can] } : {}),
    'x-scope': route.scope,
    requestParams: {
      ...(route.params === undefined ? {} : { path: route.params as z.ZodObject }),
      ...(route.query === undefined ? {} : { query: route.query as z.ZodObject }),
      ...(changes && route.answers === undefined
        ? {
            header: z.object({
              'idempotency-key': z
                .string()
                .optional()
                .meta({ description: 'Repeat a request with its key and it is done once' }),
            }),
          }
        : {}),
    },
    ...(route.body === undefined
      ? {}
      : { requestBody: { required: true, content: { [typeOfBody(route)]: { schema: route.body } } } }),
    responses: {
      ...successOf(route),
      ...Object.fromEntries(
        statuses.map((status) => [
          String(status),
          {
            description: codes.filter((code) => errorStatus[code] === status).join(', '),
            content: problemContent(route),
          },
        ]),
      ),
    },
  };
}

const typeOfBody = ({ answers }: RouteDefinition): string =>
  answers === undefined ? 'application/json' : 'application/x-www-form-urlencoded';

const text = { schema: z.string() };
const problemContent = ({ answers }: RouteDefinition): ZodOpenApiContentObject =>
  answers === undefined ? { 'application/problem+json': { schema: ProblemDetails } } : { 'text/html': text };

/** A form of a page is answered by the way to the next one; everything else by what was asked for. */
function successOf(route: RouteDefinition): ZodOpenApiResponsesObject {
  if (route.answers === undefined)
    return { '200': { description: 'Done', content: { 'application/json': { schema: route.response } } } };
  if (route.method !== 'GET') return { '303': { description: 'Done; the page it leads to says so' } };
  const type = route.answers === 'calendar' ? 'text/calendar' : 'text/html';
  return { '200': { description: 'Done', content: { [type]: text } } };
}

/** The API document (OpenAPI 3.1), derived from the contract and nothing else. */
export function renderOpenApi(): string {
  const paths: ZodOpenApiPathsObject = {};
  for (const route of routeList)
    paths[route.path] = {
      ...paths[route.path],
      ...(route.answers === undefined ? {} : { servers: [{ url: '/' }] }),
      [route.method.toLowerCase()]: operationOf(route),
    };
  const document = createDocument(
    {
      openapi: '3.1.0',
      info: {
        title: 'Porchlight',
        version: '1',
        description: 'Parent Teacher Home Visits, from roster to payroll.',
      },
      servers: [{ url: '/api' }],
      components: {
        schemas: named,
        securitySchemes: { accessToken: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' } },
      },
      paths,
    },
    {
      // The pattern behind a date says less than its format, and fills half the document.
      override: ({ jsonSchema }) => {
        if (jsonSchema.format !== undefined) delete jsonSchema.pattern;
      },
    },
  );
  return `${JSON.stringify(document, null, 2)}\n`;
}

if (import.meta.main) {
  writeFileSync(new URL('../../docs/openapi.json', import.meta.url), renderOpenApi());
}
