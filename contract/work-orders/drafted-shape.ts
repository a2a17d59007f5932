import { z } from 'zod';
import { channelSchema, workOrderCategorySchema } from '../vocabulary.ts';
import { workOrderFieldSchema, workOrderNumberSchema } from './terms.ts';

/** What every drafted order carries, in whichever version of its event. */
export const draftedShape = {
  workOrderId: z.string(),
  number: workOrderNumberSchema,
  category: workOrderCategorySchema,
  abnormal: z.boolean(),
  matter: z.string(),
  channel: channelSchema,
  customerName: z.string().nullable(),
  customerNumber: z.string().nullable(),
  fields: z.array(workOrderFieldSchema.strict()),
  promisedAtMs: z.int().nullable(),
  promiseText: z.string().nullable(),
  conversationId: z.string().nullable(),
};
