/** Faults that tests put in the way of AWS calls: what the network and the services do on a bad day. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { AwsRefusal, type SigningName, sendRefusal } from '#infra/local/aws-wire.ts';

export interface ObservedCall {
  readonly service: SigningName;
  readonly operation: string;
  /** The function that calls, or on whose behalf a session calls. */
  readonly functionName: string | undefined;
  readonly input: Readonly<Record<string, unknown>>;
}

export type Effect =
  /** The service answers with this error and does nothing. */
  | { readonly kind: 'error'; readonly status: number; readonly code: string; readonly message?: string }
  /** The request is lost: nothing is done, the connection closes. */
  | { readonly kind: 'drop-request' }
  /** The service does its work, but the answer is lost. */
  | { readonly kind: 'drop-reply' }
  /** The call waits until the promise settles. */
  | { readonly kind: 'hold'; readonly until: Promise<unknown> };

export interface Fault {
  /** Which calls; all when left out. */
  readonly when?: (call: ObservedCall) => boolean;
  readonly effect: Effect;
  /** How many calls are hit; one when left out. */
  readonly times?: number;
}

/** Throttling as DynamoDB says it; the SDK tries again. */
export const throttled: Effect = {
  kind: 'error',
  status: 400,
  code: 'ProvisionedThroughputExceededException',
  message: 'The level of configured provisioned throughput for the table was exceeded.',
};

export class FaultPlan {
  #faults: { readonly fault: Fault; left: number }[] = [];

  add(fault: Fault): void {
    this.#faults.push({ fault, left: fault.times ?? 1 });
  }

  clear(): void {
    this.#faults = [];
  }

  /** Faults that were planned and have not happened yet. */
  get pending(): number {
    return this.#faults.filter(({ left }) => left > 0 && left !== Number.POSITIVE_INFINITY).length;
  }

  /** The effect that hits this call, if any; each effect is used up. */
  take(call: ObservedCall): Effect | undefined {
    const planned = this.#faults.find(({ fault, left }) => left > 0 && (fault.when?.(call) ?? true));
    if (planned === undefined) return undefined;
    planned.left -= 1;
    return planned.fault.effect;
  }
}

/** `none`: the call is over. `lost`: do the work, but let nobody hear of it. */
export const applyFault = async (
  effect: Effect | undefined,
  service: SigningName,
  request: IncomingMessage,
  response: ServerResponse,
  date: Date,
): Promise<'sent' | 'lost' | 'none'> => {
  switch (effect?.kind) {
    case undefined:
      return 'sent';
    case 'error':
      sendRefusal(
        response,
        service,
        new AwsRefusal(effect.status, effect.code, effect.message ?? effect.code),
        date,
      );
      return 'none';
    case 'drop-request':
      request.socket.destroy();
      return 'none';
    case 'drop-reply':
      return 'lost';
    case 'hold':
      await effect.until;
      return 'sent';
  }
};

/** The handler writes as usual; the first byte closes the connection instead. */
export const loseReply = (response: ServerResponse): void => {
  const lose = (): ServerResponse => {
    response.socket?.destroy();
    return response;
  };
  response.writeHead = lose;
  response.end = lose;
};
