import { z } from 'zod';
import { command, query } from './declare-call.ts';
import { declareEvent } from './declare-event.ts';
import { callErrors } from './errors.ts';
import { roleSchema } from './vocabulary.ts';

export const personSchema = z.object({
  id: z.string(),
  name: z.string(),
  role: roleSchema,
  hasPin: z.boolean(),
  /** A sample person of a fresh desk, so that everything can be tried before anybody is enrolled. */
  sample: z.boolean(),
});
export type Person = z.infer<typeof personSchema>;

/** What somebody looks after beside their role: the second watch over the green channel, and the traffic of all channels. */
export const dutySchema = z.enum(['areaManager', 'trafficMonitor']);
export type Duty = z.infer<typeof dutySchema>;

const dutyHolderSchema = z.object({ personId: z.string(), name: z.string(), duty: dutySchema });

export const pinSchema = z.string().regex(/^\d{4,12}$/, 'a PIN has 4 to 12 digits');
const nameSchema = z.string().trim().min(1).max(20);

export const peopleContract = {
  list: query.output(z.array(personSchema)),
  current: query.output(personSchema.nullable()),
  signIn: command
    .errors({ notFound: callErrors.notFound, wrongPin: callErrors.wrongPin })
    .input(z.object({ personId: z.string(), pin: pinSchema.optional() }))
    .output(personSchema),
  signOut: command.output(z.null()),
  /** Sets, changes (with the current one) or removes (`pin: null`) the PIN of the person who is signed in. */
  setPin: command
    .errors({ wrongPin: callErrors.wrongPin })
    .input(z.object({ currentPin: pinSchema.optional(), pin: pinSchema.nullable() }))
    .output(personSchema),
  add: command
    .errors({ notAllowed: callErrors.notAllowed })
    .input(z.object({ name: nameSchema, role: roleSchema }))
    .output(personSchema),
  /** Takes a person off the sign-in list; what they did stays in the journal. */
  retire: command
    .errors({ notAllowed: callErrors.notAllowed, notFound: callErrors.notFound })
    .input(z.object({ personId: z.string() }))
    .output(z.null()),
  /** Who at this site holds which duty; where nobody does, the leads stand in. */
  duties: query.output(z.array(dutyHolderSchema)),
  /** Gives a person these duties and takes the others: leads and above. */
  setDuties: command
    .errors({ notAllowed: callErrors.notAllowed, notFound: callErrors.notFound })
    .input(z.object({ personId: z.string(), duties: z.array(dutySchema).max(dutySchema.options.length) }))
    .output(z.array(dutyHolderSchema)),
};

export const personAdded = declareEvent(
  'person.added',
  1,
  z.object({ personId: z.string(), name: z.string(), role: roleSchema, sample: z.boolean() }),
);
export const personRetired = declareEvent('person.retired', 1, z.object({ personId: z.string() }));
/** The PIN as a salted scrypt hash; `null` removes it. */
export const personPinSet = declareEvent(
  'person.pinSet',
  1,
  z.object({ personId: z.string(), pinHash: z.string().nullable() }),
);
export const personDutiesSet = declareEvent(
  'person.dutiesSet',
  1,
  z.strictObject({ personId: z.string(), duties: z.array(dutySchema) }),
);
export const personSignedIn = declareEvent('person.signedIn', 1, z.object({ personId: z.string(), runId: z.string() }));
export const personSignedOut = declareEvent('person.signedOut', 1, z.object({ personId: z.string() }));
