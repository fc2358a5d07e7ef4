import type { App } from 'aws-cdk-lib';
import type * as lambda from 'aws-cdk-lib/aws-lambda';
import type { Group } from '#shared/contract/route.ts';
import { ContractApi } from '../constructs/contract-api.ts';
import { PorchlightStack } from '../constructs/porchlight-stack.ts';
import { ServiceFunction } from '../constructs/service-function.ts';
import { httpFunctions } from '../functions.ts';
import { accessOfGroup, groups } from '../policies/group-access.ts';
import { payFiles, rosterUpload, tenantData } from '../policies/service-grants.ts';
import type { Grant } from '../policies/statement.ts';
import { membershipCheck, nationalRead, nationalWrite } from '../policies/table-grants.ts';
import type { StageSettings } from '../stages.ts';
import type { DataStack } from './data-stack.ts';
import type { IdentityStack } from './identity-stack.ts';

export interface ApiStackProps {
  readonly bundles: string;
  readonly data: DataStack;
  readonly identity: IdentityStack;
}

/** The contract's routes, and one function per group of them. */
export class ApiStack extends PorchlightStack {
  readonly api: ContractApi;

  constructor(app: App, settings: StageSettings, props: ApiStackProps) {
    super(app, 'api', 'Porchlight: the API of the contract', settings);
    const create = (group: Group): lambda.Function =>
      new ServiceFunction(
        this,
        `${group.charAt(0).toUpperCase()}${group.slice(1)}`,
        { stack: this, bundles: props.bundles },
        { spec: httpFunctions[group], grants: grantsOf(group, props) },
      ).function;
    const functions = Object.fromEntries(groups.map((group) => [group, create(group)]));
    this.api = new ContractApi(this, 'Api', this, {
      functions: functions as Record<Group, lambda.Function>,
      tokens: props.identity,
    });
  }
}

/** Files are no part of the contract's `data`, so the groups that touch them say so here. */
function fileGrants(group: Group, { data }: ApiStackProps): readonly Grant[] {
  if (group === 'roster') return [rosterUpload(data.files.target)];
  if (group === 'pay') return [payFiles(data.files.target)];
  return [];
}

function grantsOf(group: Group, props: ApiStackProps): readonly Grant[] {
  const { data, identity } = props;
  const access = accessOfGroup(group);
  const tokens: Grant = {
    statements: [],
    environment: {
      TOKEN_ISSUER: identity.issuer,
      TOKEN_JWKS_URI: `${identity.issuer}/.well-known/jwks.json`,
      TOKEN_CLIENT_ID: identity.clientId,
    },
  };
  return [
    ...(access.identity ? [tokens, membershipCheck(data.table)] : []),
    ...(access.tenantData ? [tenantData(data.table, data.tenantRoleArn)] : []),
    ...(access.national === 'read' ? [nationalRead(data.table)] : []),
    ...(access.national === 'write' ? [nationalWrite(data.table)] : []),
    ...fileGrants(group, props),
  ];
}
