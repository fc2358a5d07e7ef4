import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import type { LinkContext, NationalContext, PublicContext, TenantContext } from '#functions/app/context.ts';
import { AppError, linkEnded, notAllowed } from '#functions/app/errors.ts';
import type { RouteDefinition } from '#shared/contract/route.ts';
import { may } from '#shared/domain/access/permissions.ts';
import { DistrictId, FamilyId, PersonId } from '#shared/domain/ids.ts';
import { log } from './logger.ts';
import { membershipCheck } from './membership-check.ts';
import { type TokenSettings, tokenVerifier } from './tokens.ts';

type Known =
  | Omit<TenantContext, 'idempotency'>
  | Omit<NationalContext, 'idempotency'>
  | Omit<LinkContext, 'idempotency'>
  | Omit<PublicContext, 'idempotency'>;

/**
 * Who is calling, by the route's scope. Everything fails closed: no token, a token of the other kind, a removed
 * member and a missing permission are all refused before anything is read for them.
 * @throws AppError NOT_SIGNED_IN, NOT_ALLOWED, or NOT_FOUND for a link that names no district.
 */
export function identifier(tokens: TokenSettings | null, client: DynamoDBDocumentClient, tableName: string) {
  const verify = tokens === null ? async () => null : tokenVerifier(tokens);
  const isMember = membershipCheck(client, tableName);

  return async (route: RouteDefinition, event: APIGatewayProxyEventV2, now: string): Promise<Known> => {
    const call = { requestId: event.requestContext.requestId, now };
    if (route.scope === 'public') return { scope: 'public', ...call };
    if (route.scope === 'link')
      return { scope: 'link', ...call, ...parseLink(event.pathParameters?.['link']) };

    const token = /^Bearer (\S+)$/i.exec(event.headers['authorization'] ?? '')?.[1];
    const identity = token === undefined ? null : await verify(token);
    if (identity === null || !(await isMember(identity, now))) {
      log.warn('TOKEN_REFUSED', {
        requestId: call.requestId,
        kind: identity === null ? 'token' : 'membership',
      });
      throw new AppError(
        'NOT_SIGNED_IN',
        'Your sign-in has ended. Sign in again; nothing you wrote is lost.',
        {
          reason: 'not_signed_in',
        },
      );
    }
    const roles = identity.kind === 'district' ? identity.roles : identity.national_roles;
    const scopeFits = (route.scope === 'tenant') === (identity.kind === 'district');
    const permitted = route.can.length === 0 || route.can.some((permission) => may(roles, permission));
    if (!scopeFits || !permitted) throw notAllowed();
    return identity.kind === 'district'
      ? {
          scope: 'tenant',
          ...call,
          districtId: identity.district,
          personId: identity.person,
          roles: identity.roles,
          schoolIds: identity.schools,
        }
      : {
          scope: 'national',
          ...call,
          subject: identity.sub,
          name: identity.name,
          roles: identity.national_roles,
        };
  };
}

/**
 * A link is `<district>.<subject>.<secret>`, the subject a person or a family: it names its district, and the secret is
 * checked against its hash.
 */
function parseLink(link: string | undefined): { districtId: string; subject: string; secret: string } {
  const [districtId = '', subject = '', secret = '', ...rest] = (link ?? '').split('.');
  const sound =
    rest.length === 0 &&
    DistrictId.safeParse(districtId).success &&
    (PersonId.safeParse(subject).success || FamilyId.safeParse(subject).success) &&
    /^[A-Za-z0-9_-]{22}$/.test(secret);
  if (!sound) throw linkEnded();
  return { districtId, subject, secret };
}
