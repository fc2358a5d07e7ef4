import { claimsOf } from '#functions/app/account/claims-of.ts';
import { membershipsOf } from '#functions/data/identities.ts';
import { Table } from '#functions/data/table.ts';
import { ownClient, tableName } from '#functions/platform/connections.ts';

/** The part of Cognito's pre token generation event (version 2) that is read here. */
interface PreTokenEvent {
  readonly userName: string;
  readonly request: { readonly userAttributes: Readonly<Record<string, string | undefined>> };
  response: unknown;
}

/**
 * Fills access and id token with what the identity may do, read from the table: never from an attribute that a
 * user could write. An identity without a membership gets no claims, and every route refuses it.
 */
export const handler = async (event: PreTokenEvent): Promise<PreTokenEvent> => {
  const subject = event.request.userAttributes['sub'] ?? event.userName;
  const table = new Table(ownClient, tableName(), new Date().toISOString());
  const claimsToAddOrOverride = claimsOf(await membershipsOf(table, subject));
  event.response = {
    claimsAndScopeOverrideDetails: {
      idTokenGeneration: { claimsToAddOrOverride },
      accessTokenGeneration: { claimsToAddOrOverride },
    },
  };
  return event;
};
