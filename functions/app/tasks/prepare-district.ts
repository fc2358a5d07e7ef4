import { actorOf } from '#functions/app/context.ts';
import { districtSetup, nationalDistrict } from '#functions/data/entities/national.ts';
import { district, fund, policy, schoolYear } from '#functions/data/entities/settings.ts';
import { keys } from '#functions/data/keys.ts';
import { replaceItem } from '#functions/data/replace-item.ts';
import type { TaskDeps } from './deps.ts';

/**
 * Writes what the national office chose into the new district's own partition, then shows the district as ready.
 * A district that is prepared already is left as it is, whatever it changed since.
 */
export async function prepareDistrict({ table, office }: Omit<TaskDeps, 'accounts'>): Promise<void> {
  const { districtId } = table.context;
  const sk = keys.district(districtId);
  const [setup, line] = await Promise.all([
    office.get(districtSetup, { pk: keys.national.setup, sk }),
    office.get(nationalDistrict, { pk: keys.national.districts, sk }),
  ]);
  if (setup === undefined || line === undefined)
    throw new Error('the national office has no setup of this district');

  const key = { pk: keys.district(districtId), sk: keys.setting.district };
  if ((await table.get(district, key)) === undefined) {
    const { name, state, timeZone } = line;
    const { fundId } = setup.fund;
    const work = table.begin('district.prepared', districtId);
    work.create(district, { districtId, name, state, timeZone });
    work.create(schoolYear, setup.schoolYear);
    work.create(policy, { from: setup.schoolYear.opensOn, fundId, settings: setup.policy });
    work.create(fund, setup.fund);
    try {
      await work.commit(null);
    } catch (error) {
      // Its own task and an invitation may prepare a district at the same moment; whoever came first has done it.
      // Left to the queue, the invitation would go out minutes later.
      if ((await table.get(district, key)) === undefined) throw error;
    }
  }
  if (line.status === 'ready') return;
  const where = { district: 'NATIONAL', by: actorOf(table.context) };
  await replaceItem(office, nationalDistrict, where, line, { ...line, status: 'ready' });
}
