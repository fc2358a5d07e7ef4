import { type Agent, request as httpRequest, type IncomingMessage } from 'node:http';

/** Sends a function's request on to the engine, as it is, and reads the whole answer. */
export const forwardToEngine = (
  endpoint: URL,
  agent: Agent,
  request: IncomingMessage,
  body: Buffer,
): Promise<{ status: number; headers: Record<string, string | string[] | undefined>; body: Buffer }> =>
  new Promise((resolve, reject) => {
    const {
      host: _host,
      connection: _connection,
      'transfer-encoding': _encoding,
      ...headers
    } = request.headers;
    const outgoing = httpRequest(
      endpoint,
      { method: 'POST', agent, headers: { ...headers, 'content-length': body.length } },
      (incoming) => {
        const chunks: Buffer[] = [];
        incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
        incoming.on('error', reject);
        incoming.on('end', () => {
          const { connection: _hop, 'transfer-encoding': _chunked, ...rest } = incoming.headers;
          resolve({ status: incoming.statusCode ?? 502, headers: rest, body: Buffer.concat(chunks) });
        });
      },
    );
    outgoing.on('error', reject);
    outgoing.end(body);
  });
