/**
 * The host's own calls to the DynamoDB engine, in the wire format. No SDK: the host starts faster, and stream
 * images arrive exactly as Lambda hands them on.
 */
import { Agent, request } from 'node:http';

export interface WireItem {
  readonly [attribute: string]: Readonly<Record<string, unknown>>;
}

/** The engine refused; `code` is the exception's short name. */
export class EngineError extends Error {
  readonly code: string;

  constructor(code: string, message: string) {
    super(`${code}: ${message}`);
    this.code = code;
  }
}

/** Any well-formed header will do: the engine checks the form, not the signature. */
const authorization =
  'AWS4-HMAC-SHA256 Credential=LOCALHOST/20260101/us-east-1/dynamodb/aws4_request, SignedHeaders=host;x-amz-date, Signature=0';

export interface EngineCalls {
  readonly endpoint: URL;
  /** `operation` is `DynamoDB.PutItem` or `DynamoDBStreams.GetRecords`. */
  call(operation: string, input: Readonly<Record<string, unknown>>): Promise<Record<string, unknown>>;
  close(): void;
}

const versions: Readonly<Record<string, string>> = {
  DynamoDB: 'DynamoDB_20120810',
  DynamoDBStreams: 'DynamoDBStreams_20120810',
};

export const engineCalls = (endpoint: URL): EngineCalls => {
  const agent = new Agent({ keepAlive: true, maxSockets: 32 });
  return {
    endpoint,
    call: async (operation, input) => {
      const [service = '', name = ''] = operation.split('.');
      const { status, body } = await post(endpoint, agent, JSON.stringify(input), {
        'content-type': 'application/x-amz-json-1.0',
        'x-amz-target': `${versions[service] ?? service}.${name}`,
        'x-amz-date': '20260101T000000Z',
        authorization,
      });
      const answer: Record<string, unknown> = JSON.parse(body === '' ? '{}' : body);
      if (status < 300) return answer;
      const code = String(answer['__type'] ?? 'Unknown').replace(/^.*#/, '');
      throw new EngineError(code, String(answer['message'] ?? answer['Message'] ?? body));
    },
    close: () => agent.destroy(),
  };
};

const post = (
  endpoint: URL,
  agent: Agent,
  payload: string,
  headers: Record<string, string>,
): Promise<{ status: number; body: string }> =>
  new Promise((resolve, reject) => {
    const outgoing = request(endpoint, { method: 'POST', agent, headers }, (incoming) => {
      const chunks: Buffer[] = [];
      incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
      incoming.on('end', () =>
        resolve({ status: incoming.statusCode ?? 0, body: Buffer.concat(chunks).toString('utf8') }),
      );
      incoming.on('error', reject);
    });
    outgoing.on('error', reject);
    outgoing.end(payload);
  });
