import type { DynamoDBClientConfig } from '@aws-sdk/client-dynamodb';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { AssumeRoleCommand, type STSClient } from '@aws-sdk/client-sts';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';

const sessionSeconds = 3600;
/** A session is replaced this long before it ends: nobody, not even a roster import of 15 minutes, outlives theirs. */
const margin = 20 * 60_000;
/** Districts whose clients one warm function keeps; the one unused longest goes first. */
const mostKept = 200;

export const documentClient = (client: DynamoDBClient): DynamoDBDocumentClient =>
  DynamoDBDocumentClient.from(client, { marshallOptions: { removeUndefinedValues: true } });

/**
 * Clients that can reach one district only: the session carries the district as its `tenant` tag, and the
 * role's policy allows no leading key of another (I1).
 */
export class TenantClients {
  readonly #kept = new Map<string, { client: DynamoDBDocumentClient; until: number }>();
  readonly #sts: STSClient;
  readonly #roleArn: string;
  readonly #config: DynamoDBClientConfig;
  readonly #now: () => number;

  constructor(sts: STSClient, roleArn: string, config: DynamoDBClientConfig, now: () => number) {
    this.#sts = sts;
    this.#roleArn = roleArn;
    this.#config = config;
    this.#now = now;
  }

  /** The client of a district; asks for a new session when there is none or the old one is about to end. */
  async of(districtId: string): Promise<DynamoDBDocumentClient> {
    const kept = this.#kept.get(districtId);
    this.#kept.delete(districtId);
    const entry = kept !== undefined && kept.until > this.#now() ? kept : await this.#open(districtId);
    this.#kept.set(districtId, entry);
    if (this.#kept.size > mostKept) {
      const oldest = this.#kept.keys().next().value;
      if (oldest !== undefined) this.#kept.delete(oldest);
    }
    return entry.client;
  }

  async #open(districtId: string) {
    const { Credentials: credentials } = await this.#sts.send(
      new AssumeRoleCommand({
        RoleArn: this.#roleArn,
        RoleSessionName: districtId,
        DurationSeconds: sessionSeconds,
        Tags: [{ Key: 'tenant', Value: districtId }],
      }),
    );
    if (credentials?.AccessKeyId === undefined || credentials.SecretAccessKey === undefined)
      throw new Error('STS answered without credentials');
    const client = new DynamoDBClient({
      ...this.#config,
      credentials: {
        accessKeyId: credentials.AccessKeyId,
        secretAccessKey: credentials.SecretAccessKey,
        ...(credentials.SessionToken === undefined ? {} : { sessionToken: credentials.SessionToken }),
      },
    });
    return { client: documentClient(client), until: this.#now() + sessionSeconds * 1000 - margin };
  }
}
