import * as cloudfront from 'aws-cdk-lib/aws-cloudfront';
import type { Construct } from 'constructs';

/** What the web app must know of the deployment it runs in; fetched once as `/config.json`. */
export interface WebConfig {
  readonly stage: string;
  /** Issuer of tokens; sign-in is discovered from here. */
  readonly authority: string;
  readonly clientId: string;
  /** Ends the session at the sign-in service: takes `client_id` and `logout_uri`. */
  readonly logoutUrl: string;
}

/** A page's address has no dot in its last part; every page is index.html, which then reads the address. */
const pageFunctionCode = `function handler(event) {
  var request = event.request;
  var last = request.uri.split('/').pop();
  if (last.indexOf('.') === -1) request.uri = '/index.html';
  return request;
}`;

/** Leads every page of the single-page app to index.html, and a missing file to a real 404. */
export function pageFunction(scope: Construct, id: string, functionName: string): cloudfront.Function {
  return new cloudfront.Function(scope, id, {
    functionName,
    runtime: cloudfront.FunctionRuntime.JS_2_0,
    code: cloudfront.FunctionCode.fromInline(pageFunctionCode),
  });
}

/** Answers `/config.json` at the edge, so that the same web files serve every stage. */
export function configFunction(
  scope: Construct,
  id: string,
  functionName: string,
  config: WebConfig,
): cloudfront.Function {
  return new cloudfront.Function(scope, id, {
    functionName,
    runtime: cloudfront.FunctionRuntime.JS_2_0,
    code: cloudfront.FunctionCode.fromInline(`var config = ${JSON.stringify(config)};
function handler() {
  return {
    statusCode: 200,
    statusDescription: 'OK',
    headers: {
      'content-type': { value: 'application/json' },
      'cache-control': { value: 'no-cache' }
    },
    body: { encoding: 'text', data: JSON.stringify(config) }
  };
}`),
  });
}
