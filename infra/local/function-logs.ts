/** One log file per function in the data folder: what the function printed. */
import { createWriteStream, existsSync, mkdirSync, rmSync, statSync, type WriteStream } from 'node:fs';
import { join } from 'node:path';

const sizeLimit = 5 * 1024 * 1024;

export interface FunctionLogs {
  write(functionName: string, chunk: Buffer): void;
  close(): Promise<void>;
}

/** A file that has grown beyond 5 MB begins anew at the next start. */
export const functionLogs = (folder: string): FunctionLogs => {
  mkdirSync(folder, { recursive: true });
  const streams = new Map<string, WriteStream>();
  const open = (functionName: string): WriteStream => {
    const file = join(folder, `${functionName}.log`);
    if (existsSync(file) && statSync(file).size > sizeLimit) rmSync(file);
    const stream = createWriteStream(file, { flags: 'a' });
    stream.on('error', () => undefined);
    streams.set(functionName, stream);
    return stream;
  };
  return {
    write: (functionName, chunk) => {
      (streams.get(functionName) ?? open(functionName)).write(chunk);
    },
    close: async () => {
      await Promise.all([...streams.values()].map((stream) => new Promise((resolve) => stream.end(resolve))));
    },
  };
};
