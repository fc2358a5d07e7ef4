import { JwtVerifier } from 'aws-jwt-verify';
import { validateCognitoJwtFields } from 'aws-jwt-verify/cognito-verifier';
import { SimpleJwksCache } from 'aws-jwt-verify/jwk';
import * as z from 'zod';
import { DistrictRole, NationalRole } from '#shared/domain/access/roles.ts';
import { DistrictId, PersonId, SchoolId } from '#shared/domain/ids.ts';

/**
 * Claims this program relies on. The library checks signature, issuer, `exp` and `nbf` when they are there, and,
 * by the Cognito check, `token_use` and `client_id`. It leaves to its caller that `exp` and `sub` exist at all,
 * and every custom claim: those are checked here, and a token of neither shape names nobody.
 */
const common = { sub: z.string().min(1), exp: z.number(), membership: z.int().min(1) };
const DistrictClaims = z.object({
  ...common,
  district: DistrictId,
  person: PersonId,
  roles: z.array(DistrictRole),
  schools: z.array(SchoolId),
  national_roles: z.undefined().optional(),
});
const NationalClaims = z.object({
  ...common,
  name: z.string().default(''),
  national_roles: z.array(NationalRole).min(1),
  district: z.undefined().optional(),
});

export type Identity =
  | ({ readonly kind: 'district' } & z.infer<typeof DistrictClaims>)
  | ({ readonly kind: 'national' } & z.infer<typeof NationalClaims>);

export interface TokenSettings {
  readonly issuer: string;
  readonly jwksUri: string;
  readonly clientId: string;
}

/** Returns a function that turns an access token into an identity, or null when the token proves nothing. */
export function tokenVerifier(settings: TokenSettings): (token: string) => Promise<Identity | null> {
  const verifier = JwtVerifier.create(
    {
      issuer: settings.issuer,
      // Cognito access tokens carry `client_id` instead of an audience; it is checked below.
      audience: null,
      jwksUri: settings.jwksUri,
      customJwtCheck: ({ payload }) =>
        validateCognitoJwtFields(payload, { tokenUse: 'access', clientId: settings.clientId }),
    },
    {
      jwksCache: new SimpleJwksCache({
        fetcher: {
          fetch: async (uri) => (await fetch(uri, { signal: AbortSignal.timeout(3_000) })).arrayBuffer(),
        },
      }),
    },
  );
  return async (token) => {
    let payload: unknown;
    try {
      payload = await verifier.verify(token);
    } catch {
      return null;
    }
    const district = DistrictClaims.safeParse(payload);
    if (district.success) return { kind: 'district', ...district.data };
    const national = NationalClaims.safeParse(payload);
    return national.success ? { kind: 'national', ...national.data } : null;
  };
}
