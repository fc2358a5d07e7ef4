import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { TransactWriteCommand } from '@aws-sdk/lib-dynamodb';

/** A client that asks before each transaction, by its number, what becomes of it. */
export function disturbed(
  client: DynamoDBDocumentClient,
  fate: (nth: number) => Promise<'sent' | 'lost before' | 'lost after'>,
): DynamoDBDocumentClient {
  let seen = 0;
  const send = async (command: unknown) => {
    if (!(command instanceof TransactWriteCommand)) return client.send(command as never);
    seen += 1;
    const becomes = await fate(seen);
    if (becomes === 'lost before') throw new Error('the function was stopped');
    const answer = await client.send(command);
    if (becomes === 'lost after') throw new Error('the function was stopped');
    return answer;
  };
  return new Proxy(client, { get: (target, name) => (name === 'send' ? send : Reflect.get(target, name)) });
}
