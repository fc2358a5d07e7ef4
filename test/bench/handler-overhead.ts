import { QueryCommand } from '@aws-sdk/lib-dynamodb';
import { keys } from '#functions/data/keys.ts';
import { startApi } from '#test/support/api.ts';
import { districtA, systemTable } from '#test/support/district.ts';
import { exampleIds, fillDistrict } from '#test/support/example-district.ts';

const rounds = 300;

export interface OverheadFigure {
  readonly route: string;
  readonly handlerMilliseconds: number;
  readonly rawMilliseconds: number;
  readonly ratio: number;
}

/**
 * One page through the whole handler (token, membership, parse, use case, parse of the answer, usage line) against
 * the bare SDK Query it makes; in turn, warm, medians.
 */
export async function measureOverhead(): Promise<OverheadFigure[]> {
  const api = await startApi();
  try {
    const ids = exampleIds(1);
    await fillDistrict(systemTable(api.engine.client, api.tableName, new Date().toISOString()), ids);
    const token = await api.member({
      subject: 'bench',
      personId: ids.per,
      roles: ['educator'],
      schoolIds: [ids.sch],
    });
    const pages = [
      { route: 'getVisit' as const, params: { visitId: ids.vis }, pk: keys.visit(districtA, ids.vis) },
      {
        route: 'getTraining' as const,
        params: { trainingId: ids.trn },
        pk: keys.training(districtA, ids.trn),
      },
    ];
    const coordinator = await api.member({
      subject: 'bench-coordinator',
      personId: ids.per,
      roles: ['coordinator'],
      schoolIds: [ids.sch],
    });
    const figures: OverheadFigure[] = [];
    for (const { route, params, pk } of pages) {
      const handler: number[] = [];
      const raw: number[] = [];
      for (let round = 0; round < rounds; round += 1) {
        handler.push(
          await timed(() => api.call(route, { params, token: route === 'getVisit' ? token : coordinator })),
        );
        raw.push(
          await timed(() =>
            api.engine.client.send(
              new QueryCommand({
                TableName: api.tableName,
                KeyConditionExpression: 'pk = :pk',
                ExpressionAttributeValues: { ':pk': pk },
              }),
            ),
          ),
        );
      }
      const [handlerMilliseconds, rawMilliseconds] = [median(handler), median(raw)];
      figures.push({
        route,
        handlerMilliseconds,
        rawMilliseconds,
        ratio: handlerMilliseconds / rawMilliseconds,
      });
    }
    return figures;
  } finally {
    await api.stop();
  }
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const begun = performance.now();
  await work();
  return performance.now() - begun;
}

const median = (values: readonly number[]): number =>
  [...values].sort((one, other) => one - other)[Math.floor(values.length / 2)] ?? Number.NaN;
