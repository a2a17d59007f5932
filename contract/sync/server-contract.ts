import { eventIterator, oc } from '@orpc/contract';
import { z } from 'zod';
import { journalEventSchema } from '../journal.ts';
import {
  BATCH_MAX_EVENTS,
  enrolmentCodeSchema,
  installIdSchema,
  installRoleSchema,
  publicKeySchema,
  quarantineReasonSchema,
  signatureSchema,
  siteIdSchema,
} from './terms.ts';

const hex32 = z.string().regex(/^[0-9a-f]{64}$/);

/** Failures of the server's calls that a desk or a person can act on. */
const serverErrors = {
  /** No such code, used already, or too old. */
  codeRefused: { status: 403 },
  /** The install is not enrolled, was revoked, or its token or proof is not in order; `serverAtMs` helps a PC with a wrong clock. */
  notProven: { status: 401, data: z.object({ why: z.string(), serverAtMs: z.int() }) },
  /** Its role does not reach that far. */
  notAllowed: { status: 403 },
  notFound: { status: 404 },
  /** It is taken: the site exists, the file has another content. */
  conflict: { status: 409 },
} as const;

const open = oc.errors({ notProven: serverErrors.notProven });
const proven = oc.errors({ notProven: serverErrors.notProven, notAllowed: serverErrors.notAllowed });

const headSchema = z.object({ epoch: z.int().min(1), seq: z.int().min(0), hash: z.string() });

const tokenSchema = z.object({ token: z.string(), expiresAtMs: z.int(), serverAtMs: z.int() });
const installSchema = z.object({
  installId: installIdSchema,
  siteId: siteIdSchema,
  role: installRoleSchema,
  name: z.string(),
  enrolledAtMs: z.int(),
  revokedAtMs: z.int().nullable(),
  lastSeenAtMs: z.int().nullable(),
  appVersion: z.string(),
});
const siteSchema = z.object({ siteId: siteIdSchema, name: z.string().trim().min(1).max(40), createdAtMs: z.int() });
const quarantinedSchema = z.object({
  installId: installIdSchema,
  epoch: z.int().min(1),
  seq: z.int().min(1),
  reason: quarantineReasonSchema,
  raisedAtMs: z.int(),
});
const feedItemSchema = z.object({
  /** Rises in the order of the site's feed; ask for what comes after the last one. */
  cursor: z.int().min(1),
  event: journalEventSchema,
});

/** Everything the server answers over HTTP, under /v1; the OpenAPI document derives from it. */
export const serverContract = {
  time: oc.route({ method: 'GET', path: '/v1/time' }).output(z.object({ serverAtMs: z.int() })),
  /** Trades a one-time code for a place in a site. The signature proves that the key is the caller's. */
  enrol: oc
    .route({ method: 'POST', path: '/v1/enrol' })
    .errors({ codeRefused: serverErrors.codeRefused, notProven: serverErrors.notProven })
    .input(
      z.object({
        code: enrolmentCodeSchema,
        installId: installIdSchema,
        publicKey: publicKeySchema,
        signature: signatureSchema,
        name: z.string().trim().min(1).max(40),
        appVersion: z.string().max(40),
      }),
    )
    .output(z.object({ siteId: siteIdSchema, siteName: z.string(), role: installRoleSchema, serverId: z.string() })),
  token: open
    .route({ method: 'POST', path: '/v1/token' })
    .input(
      z.object({
        installId: installIdSchema,
        atMs: z.int(),
        nonce: z.string().min(8).max(64),
        signature: signatureSchema,
      }),
    )
    .output(tokenSchema),

  /** What the server holds of this install, epoch by epoch: a journal that ends before it was cut or rewritten. */
  heads: proven.route({ method: 'GET', path: '/v1/journal/heads' }).output(z.object({ heads: z.array(headSchema) })),
  /**
   * Takes the next events of one epoch, in order. `ackedSeq` is the last one without a gap that is kept or set aside; a later
   * first event than the one after it is not taken: send from there. Repeating a batch changes nothing.
   */
  upload: proven
    .route({ method: 'POST', path: '/v1/journal/batches' })
    .input(
      z.object({
        epoch: z.int().min(1),
        appVersion: z.string().max(40).default(''),
        /** With the first event of a later epoch: the hash it was chained to. */
        previousHash: hex32.optional(),
        events: z.array(z.unknown()).min(1).max(BATCH_MAX_EVENTS),
      }),
    )
    .output(
      z.object({
        ackedSeq: z.int().min(0),
        quarantined: z.array(z.object({ seq: z.int().min(1), reason: quarantineReasonSchema })),
      }),
    ),
  quarantine: proven
    .route({ method: 'GET', path: '/v1/journal/quarantine' })
    .input(z.object({ whose: z.enum(['own', 'site']).default('own') }))
    .output(z.object({ events: z.array(quarantinedSchema) })),

  /** The site's events of the kinds that travel, but this install's own, oldest first. */
  feed: proven
    .route({ method: 'GET', path: '/v1/feed' })
    .input(
      z.object({
        after: z.coerce.number().int().min(0).default(0),
        limit: z.coerce.number().int().min(1).max(1_000).default(500),
      }),
    )
    .output(z.object({ items: z.array(feedItemSchema), cursor: z.int().min(0), more: z.boolean() })),

  /** Tells when the site's feed has grown, or releases were published; ask then. Sends where both stand first. */
  feedGrew: proven
    .route({ method: 'GET', path: '/v1/feed/stream' })
    .output(eventIterator(z.object({ cursor: z.int().min(0), releases: z.int().min(0).optional() }))),

  sites: proven.route({ method: 'GET', path: '/v1/sites' }).output(z.object({ sites: z.array(siteSchema) })),
  addSite: proven
    .route({ method: 'POST', path: '/v1/sites' })
    .errors({ conflict: serverErrors.conflict })
    .input(z.object({ siteId: siteIdSchema, name: z.string().trim().min(1).max(40) }))
    .output(siteSchema),
  installs: proven
    .route({ method: 'GET', path: '/v1/installs' })
    .input(z.object({ siteId: siteIdSchema.optional() }))
    .output(z.object({ installs: z.array(installSchema) })),
  revoke: proven
    .route({ method: 'POST', path: '/v1/installs/{installId}/revoke' })
    .errors({ notFound: serverErrors.notFound })
    .input(z.object({ installId: installIdSchema }))
    .output(installSchema),
  issueCode: proven
    .route({ method: 'POST', path: '/v1/enrolment-codes' })
    .errors({ notFound: serverErrors.notFound })
    .input(z.object({ siteId: siteIdSchema, role: installRoleSchema }))
    .output(z.object({ code: z.string(), expiresAtMs: z.int() })),
  /** People of a site as its desks told: who may sign in, and as what. */
  people: proven
    .route({ method: 'GET', path: '/v1/people' })
    .input(z.object({ siteId: siteIdSchema.optional() }))
    .output(
      z.object({
        people: z.array(
          z.object({
            personId: z.string(),
            siteId: siteIdSchema,
            name: z.string(),
            role: z.string(),
            retiredAtMs: z.int().nullable(),
          }),
        ),
      }),
    ),

  /** One file of the signed release repository, as it was published; the desk trusts signatures, not the server. */
  releaseFile: proven
    .route({ method: 'GET', path: '/v1/releases/{+file}' })
    .errors({ notFound: serverErrors.notFound })
    .input(z.object({ file: releaseFileSchema() }))
    .output(z.object({ contentBase64: z.string() })),
  /** Adds files of a release, metadata last; a file that exists with another content is refused, but timestamp.json. */
  publishFiles: proven
    .route({ method: 'POST', path: '/v1/releases' })
    .errors({ conflict: serverErrors.conflict })
    .input(
      z.object({
        files: z
          .array(z.object({ file: releaseFileSchema(), contentBase64: z.base64() }))
          .min(1)
          .max(32),
      }),
    )
    .output(z.object({ stored: z.int() })),
};
export type ServerContract = typeof serverContract;

function releaseFileSchema() {
  return z
    .string()
    .regex(/^(metadata|targets)\/[A-Za-z0-9][A-Za-z0-9._-]{0,120}$/)
    .refine((file) => !file.includes('..'));
}
