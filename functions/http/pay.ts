import { filesWhenNeeded } from '#functions/adapters/files-when-needed.ts';
import { approveClaim } from '#functions/app/pay/approve-claim.ts';
import { closePayPeriod } from '#functions/app/pay/close-pay-period.ts';
import { downloadPayBatch } from '#functions/app/pay/download-pay-batch.ts';
import { listClaims } from '#functions/app/pay/list-claims.ts';
import { listMyClaims } from '#functions/app/pay/list-my-claims.ts';
import { listPayBatches } from '#functions/app/pay/list-pay-batches.ts';
import { returnClaim } from '#functions/app/pay/return-claim.ts';
import { submitClaim } from '#functions/app/pay/submit-claim.ts';
import { readEnv } from '#functions/platform/env.ts';
import { httpHandler } from '#functions/platform/http.ts';
import { payRoutes } from '#shared/contract/routes/pay.ts';

export const handler = httpHandler(
  payRoutes,
  {
    listMyClaims,
    submitClaim,
    listClaims,
    approveClaim,
    returnClaim,
    closePayPeriod,
    listPayBatches,
    downloadPayBatch,
  },
  { files: filesWhenNeeded(readEnv('files').FILES_BUCKET) },
);
