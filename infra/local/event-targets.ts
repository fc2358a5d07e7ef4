/** Delivers events to functions and queues, asynchronously as EventBridge and S3 do: retries, then a dead letter. */
import type { FunctionPool } from '#infra/local/function-pool.ts';
import type { QueueStore } from '#infra/local/queue-store.ts';
import type { Stack } from '#infra/local/template.ts';

export interface Delivery {
  readonly targetArn: string;
  readonly event: unknown;
  readonly retries: number;
  readonly deadLetterArn: string | undefined;
}

export class EventTargets {
  readonly #stack: Stack;
  readonly #pool: FunctionPool;
  readonly #queues: QueueStore;
  readonly #log: (line: string) => void;
  #underWay = 0;
  #stopped = false;

  constructor(stack: Stack, pool: FunctionPool, queues: QueueStore, log: (line: string) => void) {
    this.#stack = stack;
    this.#pool = pool;
    this.#queues = queues;
    this.#log = log;
  }

  get busy(): boolean {
    return this.#underWay > 0;
  }

  /** No more retries. */
  stop(): void {
    this.#stopped = true;
  }

  /** Puts a message on a queue. A queue that the stack does not have is a fault of the template. */
  sendTo(queueArn: string, body: string): void {
    const queue = this.#queues.find(queueArn);
    if (queue === undefined) throw new Error(`The stack has no queue ${queueArn}.`);
    this.#queues.send(queue, body);
  }

  /** Resolves when the target has taken the event, or when it is set aside. Never rejects on a failing function. */
  async deliver(delivery: Delivery): Promise<void> {
    if (this.#queues.find(delivery.targetArn) !== undefined && delivery.targetArn.includes(':sqs:')) {
      this.sendTo(delivery.targetArn, asText(delivery.event));
      return;
    }
    const target = this.#stack.find(delivery.targetArn, 'AWS::Lambda::Function');
    if (target === undefined) throw new Error(`The stack has no target ${delivery.targetArn}.`);
    this.#underWay += 1;
    try {
      await this.#invoke(target.name, delivery);
    } finally {
      this.#underWay -= 1;
    }
  }

  async #invoke(functionName: string, delivery: Delivery): Promise<void> {
    for (let attempt = 0; ; attempt += 1) {
      try {
        await this.#pool.invoke(functionName, delivery.event);
        return;
      } catch (error) {
        if (this.#stopped) return;
        this.#log(`event for ${functionName}: ${error instanceof Error ? error.message : String(error)}`);
      }
      if (attempt >= delivery.retries) break;
      await new Promise((resolve) => setTimeout(resolve, Math.min(50 * 2 ** attempt, 1000)));
    }
    const deadLetterArn = delivery.deadLetterArn ?? this.#pool.definition(functionName).deadLetterArn;
    if (deadLetterArn !== undefined) this.sendTo(deadLetterArn, asText(delivery.event));
  }
}

const asText = (event: unknown): string => (typeof event === 'string' ? event : JSON.stringify(event));
